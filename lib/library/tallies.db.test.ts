import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { annotate } from '@/lib/annotations/commands/annotate'
import { editAnnotation } from '@/lib/annotations/commands/edit'
import { removeAnnotation, restoreAnnotation } from '@/lib/annotations/commands/remove'
import { annotationFor } from '@/lib/annotations/queries/annotations'
import { db } from '@/lib/db/client'
import { PublicError } from '@/lib/errors'
import { shelveReading, unshelveReading } from '@/lib/groups/commands/shelve-reading'
import { purge } from '@/lib/jobs/purge'
import { recountTallies, wrongTallies } from '@/lib/library/commands/recount-tallies'
import type { Actor, SignedIn } from '@/lib/policy/actor'
import { placeNotes } from '@/lib/revisions/commands/place-notes'
import { makeAnnotation } from '@/lib/testing/factories/annotation'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { SAMPLE } from '@/lib/testing/factories/reading'
import { sendRevision } from '@/lib/testing/factories/revision'
import { readAll } from '@/lib/threads/commands/read'
import { removeReply, restoreReply } from '@/lib/threads/commands/remove-reply'
import { replyToThread } from '@/lib/threads/commands/reply'
import { placeKey } from './contents'
import { countedDays, countedSections, type DayTally } from './queries/counted'
import { dayTallies, sectionTallies } from './queries/tallies'

// The law of the tallies: whatever is done, in whatever order, also at once, they are what a recount gives.

let room: Classroom

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  await db().reading.deleteMany({ where: { annotations: { none: {} } } })
  room = await makeClassroom()
})

afterEach(() => {
  vi.useRealTimers()
})

const PASSAGES = ['The first sentence', 'Twelve wagons', 'The driver said nothing', null] as const
const VISIBILITIES = ['group', 'public', 'private'] as const

type Step = readonly [verb: keyof typeof VERBS, who: number, which: number]

const people = (): readonly SignedIn[] => [room.ana, room.ben, room.moderator]

async function noteAt(which: number): Promise<{ id: string; version: number } | null> {
  const notes = await db().annotation.findMany({
    where: { readingId: room.reading.id },
    orderBy: { id: 'asc' },
    select: { id: true, version: true },
  })
  return notes[which % Math.max(1, notes.length)] ?? null
}

async function replyAt(which: number): Promise<string | null> {
  const replies = await db().reply.findMany({
    where: { thread: { readingId: room.reading.id } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return replies[which % Math.max(1, replies.length)]?.id ?? null
}

const words = (value: string) => ({ format: 'markdown' as const, value })
const place = () => ({ groupId: room.group.id, readingId: room.reading.id })
const texts = [
  SAMPLE,
  SAMPLE.replace(/## What was said[\s\S]*/, ''),
  `${SAMPLE}\n\n## And then\n\nNo more.`,
]

// Things that anybody might do; what is not allowed to this one, or not possible now, is refused and changes nothing.
const VERBS = {
  note: (actor: SignedIn, which: number) => {
    const exact = PASSAGES[which % PASSAGES.length] ?? null
    const visibility = VISIBILITIES[which % VISIBILITIES.length] ?? 'group'
    return annotate(actor, {
      readingId: room.reading.id,
      ...(which % 5 === 0 && visibility !== 'group' ? {} : { groupId: room.group.id }),
      visibility,
      kind: 'note',
      body: words('A thought.'),
      ...(exact === null ? {} : { target: { exact } }),
    })
  },
  show: async (actor: SignedIn, which: number) => {
    const note = await noteAt(which)
    const visibility = VISIBILITIES[which % VISIBILITIES.length]
    if (note) await editAnnotation(actor, note.id, { version: note.version, visibility })
  },
  reword: async (actor: SignedIn, which: number) => {
    const note = await noteAt(which)
    if (note)
      await editAnnotation(actor, note.id, { version: note.version, body: words('Another.') })
  },
  remove: async (actor: SignedIn, which: number) => {
    const note = await noteAt(which)
    if (note) await removeAnnotation(actor, note.id)
  },
  restore: async (actor: SignedIn, which: number) => {
    const note = await noteAt(which)
    if (note) await restoreAnnotation(actor, note.id)
  },
  reply: async (actor: SignedIn, which: number) => {
    const note = await noteAt(which)
    if (note) await replyToThread(actor, note.id, { body: words('An answer.') })
  },
  removeReply: async (actor: SignedIn, which: number) => {
    const id = await replyAt(which)
    if (id) await removeReply(actor, id)
  },
  restoreReply: async (actor: SignedIn, which: number) => {
    const id = await replyAt(which)
    if (id) await restoreReply(actor, id)
  },
  read: (actor: SignedIn, which: number) =>
    readAll(actor, room.reading.id, which % 2 === 0 ? room.group.id : undefined),
  revise: async (actor: SignedIn, which: number) => {
    const markdown = texts[which % texts.length] ?? SAMPLE
    await placeNotes((await sendRevision(actor, room.reading.id, { markdown })).id)
  },
  shelve: (actor: SignedIn) => shelveReading(actor, place()),
  unshelve: (actor: SignedIn) => unshelveReading(actor, place()),
  age: async (_: SignedIn, which: number) => {
    const deletedAt = new Date(Date.now() - 40 * 86_400_000)
    const note = await noteAt(which)
    const where = { id: note?.id, deletedAt: { not: null } }
    if (note) await db().annotation.updateMany({ where, data: { deletedAt } })
    await purge(new Date())
  },
} satisfies Record<string, (actor: SignedIn, which: number) => Promise<unknown>>

const verb = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Step[0]>('note') },
  { weight: 4, arbitrary: fc.constant<Step[0]>('reply') },
  { weight: 8, arbitrary: fc.constantFrom<Step[0]>('show', 'reword', 'remove', 'restore') },
  { weight: 9, arbitrary: fc.constantFrom<Step[0]>('removeReply', 'restoreReply', 'read') },
  { weight: 2, arbitrary: fc.constantFrom<Step[0]>('revise', 'shelve', 'unshelve', 'age') },
)
const step = fc.tuple(verb, fc.constantFrom(0, 1, 2, 2), fc.nat(40))
const steps = fc.array(step, { minLength: 30, maxLength: 45 })
const fewSteps = fc.array(step, { minLength: 8, maxLength: 20 })

const STEP_MS = 50_000

// Each step is most of a minute after the last one.
async function take([name, who, which]: Step): Promise<void> {
  const actor = people()[who]
  if (!actor) return
  vi.setSystemTime(Date.now() + STEP_MS)
  try {
    await VERBS[name](actor, which)
  } catch (error) {
    if (!(error instanceof PublicError)) throw error
  }
}

type Tally = Awaited<ReturnType<typeof sectionTallies>>[number]

const inOrder = (tallies: readonly Tally[]) =>
  new Map(tallies.map((t) => [`${placeKey(t)}/${t.sectionId}`, `${t.notes} ${t.unread}`]))

const dayByDay = (tallies: readonly DayTally[]) =>
  new Map(tallies.map((t) => [`${placeKey(t)}/${t.daysAgo}`, t.posts]))

/** That an actor is shown what a count of every note gives. */
async function expectShown(actor: Actor): Promise<void> {
  const places = [null, room.group.id].map((groupId) => ({ groupId, readingId: room.reading.id }))
  const when = { now: new Date(), days: 14 }
  expect(inOrder(await sectionTallies(actor, places))).toEqual(
    inOrder(await countedSections(actor, places)),
  )
  expect(dayByDay(await dayTallies(actor, places, when))).toEqual(
    dayByDay(await countedDays(actor, places, when)),
  )
}

describe('after any commands', () => {
  test('in any order, tallies are what a recount gives, and everybody is shown what is so', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        room = await makeClassroom()
        for (const step of taken) await take(step)
        expect(await wrongTallies()).toEqual([])
        for (const actor of people()) await expectShown(actor)
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })

  test('at once, too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fewSteps, { minLength: 4, maxLength: 4 }), async (many) => {
        room = await makeClassroom()
        await Promise.all(
          many.map(async (taken) => {
            for (const step of taken) await take(step)
          }),
        )
        expect(await wrongTallies()).toEqual([])
      }),
      { numRuns: 4, endOnFailure: true },
    )
  })
})

test('many who write on one section at once are all counted', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, n) => take(['note', n % 3, 0])))
  expect(await wrongTallies()).toEqual([])
  expect(await db().annotation.count({ where: place() })).toBe(40)
  const [counted] = await sectionTallies(room.ana, [place()])
  expect(counted?.notes).toBe(40)
  const [today] = await dayTallies(room.ana, [place()], { now: new Date(), days: 14 })
  expect(today).toMatchObject({ daysAgo: 0, posts: 40 })
})

test('a tally that went wrong is found and counted anew', async () => {
  await makeAnnotation({
    reading: room.reading,
    groupId: room.group.id,
    authorId: room.ana.personId,
  })
  await db()
    .$executeRaw`UPDATE tallies.notes SET notes = notes + 3 WHERE reading_id = ${room.reading.id}::uuid`
  expect(await wrongTallies()).toEqual([place()])
  expect(await recountTallies()).toBe(1)
  expect(await wrongTallies()).toEqual([])
  expect((await annotationFor(room.ana, (await noteAt(0))?.id ?? '')).groupId).toBe(room.group.id)
})
