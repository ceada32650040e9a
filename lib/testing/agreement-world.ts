import fc from 'fast-check'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { GroupKind, Visibility } from '@/lib/policy/facts'
import { makeAnnotation } from './factories/annotation'
import { makeAssignment, makeCircle } from './factories/assignment'
import { makeGroup } from './factories/group'
import { makePerson } from './factories/person'
import { makePicture } from './factories/picture'
import { type MadeReading, makeReading } from './factories/reading'

// Rows in which every fact that a see-rule asks for takes every value, generated from a seed: for the law that the interpreters of
// conditions agree.

export type AgreementWorld = {
  readonly personIds: readonly string[]
  /** Somebody who owns, wrote and joined nothing. */
  readonly strangerId: string
  readonly groupIds: readonly string[]
  readonly sectionIds: readonly string[]
  readonly assignmentIds: readonly string[]
  readonly circleIds: readonly string[]
}

const KINDS = ['team', 'course', 'public'] as const satisfies readonly GroupKind[]
const VISIBILITIES = ['private', 'group', 'public'] as const satisfies readonly Visibility[]
const NOTES = 240
const READINGS = 24

/** Makes the world. About a thousand rows. */
export async function makeAgreementWorld(): Promise<AgreementWorld> {
  const people = await Promise.all([1, 2, 3, 4].map(() => makePerson()))
  const stranger = await makePerson()
  const groups = await Promise.all(
    KINDS.flatMap((kind) => [makeGroup({ kind }), makeGroup({ kind, deleted: true })]),
  )
  const personIds = people.map(({ personId }) => personId)
  const groupIds = groups.map(({ id }) => id)
  const readings = await makeReadings(personIds, groupIds)
  const { assignmentIds, circleIds } = await makeAssignments(readings, groupIds)
  const sectionIds: string[] = []
  for (const { reading, shelfIds } of readings) {
    const { sectionId } = await db().revisionSection.findFirstOrThrow({
      where: { revisionId: reading.revisionId },
      select: { sectionId: true },
    })
    sectionIds.push(sectionId)
    for (const groupId of shelfIds) {
      await makeDebate({ reading, sectionId, groupId, authorId: sampled(personIds) })
    }
  }
  await makeNotes({ readings, personIds, groupIds, assignmentIds, circleIds, sectionIds })
  await makeOwnThings(personIds, readings)
  await makePseudonyms(personIds, assignmentIds)
  return {
    personIds,
    strangerId: stranger.personId,
    groupIds,
    sectionIds,
    assignmentIds,
    circleIds,
  }
}

let seed = 0

function sampled<T>(from: readonly T[]): T {
  const [one] = fc.sample(fc.constantFrom(...from), { numRuns: 1, seed: seed++ })
  if (one === undefined) throw new Error('there is nothing to choose from')
  return one
}

async function makePseudonyms(
  personIds: readonly string[],
  assignmentIds: readonly string[],
): Promise<void> {
  await db().pseudonym.createMany({
    data: assignmentIds.flatMap((assignmentId) =>
      personIds.map((personId) => ({ id: newId(), assignmentId, personId, name: null })),
    ),
  })
}

type Shelved = { readonly reading: MadeReading; readonly shelfIds: readonly string[] }

async function makeReadings(personIds: string[], groupIds: string[]): Promise<Shelved[]> {
  const shelves = fc.sample(fc.subarray(groupIds), { numRuns: READINGS, seed: 1 })
  const made: Shelved[] = []
  for (const [n, shelfIds] of shelves.entries()) {
    const reading = await makeReading({
      ownerId: sampled(personIds),
      visibility: sampled(VISIBILITIES),
      groupIds: shelfIds,
      deleted: n % 6 === 0,
    })
    made.push({ reading, shelfIds })
  }
  return made
}

async function makeDebate(debate: {
  reading: MadeReading
  sectionId: string
  groupId: string
  authorId: string
}): Promise<void> {
  const at = new Date()
  const { sectionId, groupId, authorId } = debate
  const readingId = debate.reading.id
  const debateId = newId()
  await db().debate.create({
    data: { id: debateId, readingId, sectionId, groupId, openedAt: at, lastActivityAt: at },
  })
  const id = newId()
  await db().thread.create({ data: { id, readingId, groupId, lastPostId: id, lastActivityAt: at } })
  await db().claim.create({
    data: { id, debateId, authorId, kind: 'thesis', text: 'So.', createdAt: at },
  })
  await makeReply(id, authorId, true)
}

async function makeReply(threadId: string, authorId: string, inDebate: boolean): Promise<void> {
  const createdAt = new Date()
  const decisionId = sampled([newId(), null, null])
  const words = { body: {}, bodyText: 'Yes.' }
  await db().reply.create({
    data: { id: newId(), threadId, authorId, inDebate, ...words, createdAt, decisionId },
  })
}

async function makeNotes(from: {
  readings: readonly Shelved[]
  personIds: string[]
  groupIds: string[]
  assignmentIds: readonly string[]
  circleIds: readonly string[]
  sectionIds: string[]
}): Promise<void> {
  for (let n = 0; n < NOTES; n++) {
    const { reading } = sampled(from.readings)
    const authorId = sampled(from.personIds)
    const { id } = await makeAnnotation({
      reading,
      authorId,
      groupId: sampled([...from.groupIds, null]),
      visibility: sampled(VISIBILITIES),
      deleted: sampled([true, false, false]),
      replyCount: sampled([0, 0, 1, 2]),
    })
    const assignmentId = sampled([...from.assignmentIds, null])
    const homeSectionId = sampled([...from.sectionIds.slice(0, 2), null])
    const circleId = sampled([...from.circleIds, null])
    const decisionId = sampled([newId(), null, null])
    const data = { assignmentId, homeSectionId, circleId, decisionId }
    await db().annotation.update({ where: { id }, data })
    if (n % 3 === 0) await makeReply(id, authorId, n % 2 === 0)
  }
}

// One of each group, half of them published; the first of a course with two circles.
async function makeAssignments(readings: readonly Shelved[], groupIds: readonly string[]) {
  const [first] = readings
  const [groupId] = groupIds
  if (!first || !groupId) throw new Error('there is nothing to assign')
  const made: string[] = []
  for (const [n, each] of groupIds.entries()) {
    const published = n % 2 === 0 ? new Date() : null
    const facts = { groupId: each, readingId: first.reading.id, publishedAt: published }
    made.push((await makeAssignment(facts)).id)
  }
  const circleIds = await Promise.all([1, 2].map(() => makeCircle({ groupId })))
  return { assignmentIds: made, circleIds }
}

// A picture in some readings and one in none; for each person a text on its way in and something told.
async function makeOwnThings(personIds: string[], readings: readonly Shelved[]): Promise<void> {
  for (const { reading } of readings) {
    await makePicture({ personId: sampled(personIds), readingIds: [reading.id] })
  }
  for (const personId of personIds) {
    await makePicture({ personId, readingIds: [] })
    const id = newId()
    const createdAt = new Date()
    await db().import.create({ data: { id, personId, name: 'a.txt', createdAt } })
    await db().notification.create({
      data: { id: newId(), personId, kind: 'import.ready', subjectId: id, createdAt },
    })
  }
}
