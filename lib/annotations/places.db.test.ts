import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors'
import type { SignedIn } from '@/lib/policy/actor'
import { readingFor } from '@/lib/readings/queries/readings'
import { revisionText } from '@/lib/readings/queries/revisions'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { joining, makePerson } from '@/lib/testing/factories/person'
import { makeReading, SAMPLE } from '@/lib/testing/factories/reading'
import { reviseReading } from '@/lib/testing/factories/revision'
import { needsReview } from './anchor-state'
import { annotate } from './commands/annotate'
import { anchorAnnotation, resetAnchor } from './commands/place'
import type { AnnotationInput } from './contract'
import { presentAnnotation } from './present'
import { annotationFor } from './queries/annotations'
import { coveredRanges } from './queries/coverage'
import { listAnnotations } from './queries/list-annotations'
import type { AnnotationRow } from './queries/rows'

let room: Classroom
let owner: SignedIn

beforeEach(async () => {
  room = await makeClassroom()
  owner = room.moderator
})

const SAID = 'The driver said nothing.'
const COUNTED = 'Nobody counted them twice.'

function note(input: Partial<AnnotationInput>, actor: SignedIn = room.ana): Promise<AnnotationRow> {
  return annotate(actor, {
    readingId: room.reading.id,
    groupId: room.group.id,
    visibility: 'group',
    kind: 'note',
    body: { format: 'markdown', value: 'A thought.' },
    ...input,
  })
}

const on = (exact: string) => note({ target: { exact } })
const now = ({ id }: AnnotationRow) => annotationFor(room.ana, id)
const revise = (markdown: string) => reviseReading(owner, room.reading.id, { markdown })
const withoutSaid = SAMPLE.replace(` ${SAID}`, '')

async function wordsAt({ start, end, placeRevisionId }: AnnotationRow): Promise<string | null> {
  if (start === null || end === null) return null
  return (await revisionText(placeRevisionId)).text.slice(start, end)
}

async function listed(query: Partial<Parameters<typeof listAnnotations>[2]>) {
  const reading = await readingFor(room.ana, room.reading.id)
  const page = await listAnnotations(room.ana, reading, { limit: 50, sort: 'place', ...query })
  return page.items
}

describe('a note whose place is not exact', () => {
  test('may be confirmed, and needs no look any more; that holds over revisions that leave it alone', async () => {
    const made = await on(SAID)
    await revise(SAMPLE.replace(SAID, 'The driver told nobody anything at all.'))
    const shown = presentAnnotation(room.ana, await now(made))
    expect(shown.place).toMatchObject({ state: 'changed', quote: SAID, madeOn: 1 })
    const confirmed = await anchorAnnotation(room.ana, made.id, { kind: 'confirmed' })
    expect(presentAnnotation(room.ana, confirmed).place).toMatchObject({
      needsLook: false,
      placed: { by: { name: 'Ana' } },
    })
    await revise(
      SAMPLE.replace(SAID, 'The driver told nobody anything at all.').replace(
        'The first',
        'A first',
      ),
    )
    expect(presentAnnotation(room.ana, await now(made)).place.placed).not.toBeNull()
  })

  test('may be put on another passage, with its old words kept', async () => {
    const made = await on(SAID)
    await revise(withoutSaid)
    const chosen = {
      kind: 'passage' as const,
      target: { exact: 'The clerk said that all was well.' },
    }
    const moved = await anchorAnnotation(room.ana, made.id, chosen)
    expect(await wordsAt(moved)).toBe(chosen.target.exact)
    expect(moved).toMatchObject({ exact: SAID, placeState: 'changed' })
    expect(needsReview({ state: 'changed', similarity: 0, placed: moved.placedAt })).toBe(false)
  })

  test('may stay on its section, and is not looked for again while that stands', async () => {
    const made = await on(SAID)
    await revise(withoutSaid)
    await anchorAnnotation(room.ana, made.id, { kind: 'section' })
    await revise(SAMPLE.replace('The first', 'A first'))
    expect(await now(made)).toMatchObject({ start: null, placeState: 'section' })
    expect(await listed({ needsLook: true })).toEqual([])
  })
})

describe('a decision on a place', () => {
  test('is taken back: the note stands where it was found by itself', async () => {
    const made = await on(SAID)
    await revise(withoutSaid)
    await anchorAnnotation(room.ana, made.id, {
      kind: 'passage',
      target: { exact: 'The clerk said that all was well.' },
    })
    const back = await resetAnchor(room.ana, made.id)
    expect(back).toMatchObject({ start: null, placeState: 'section', placedAt: null })
  })

  test('is made on the revision that was looked at, or not at all', async () => {
    const made = await on(SAID)
    await revise(withoutSaid)
    const looked = { kind: 'confirmed' as const, revisionId: room.reading.revisionId }
    await expect(anchorAnnotation(room.ana, made.id, looked)).rejects.toThrow(Conflict)
  })

  test('is told to those who watch', async () => {
    const made = await on(SAID)
    await revise(withoutSaid)
    await anchorAnnotation(room.ana, made.id, { kind: 'confirmed' })
    const kinds = await db().event.findMany({
      where: { subjectId: made.id },
      select: { kind: true },
    })
    expect(kinds.map(({ kind }) => kind)).toEqual(['annotation.created', 'annotation.placed'])
  })

  test('is made by its author, by moderators and by the owner of the text; by nobody else', async () => {
    const made = await on(SAID)
    await revise(withoutSaid)
    await expect(anchorAnnotation(room.ben, made.id, { kind: 'confirmed' })).rejects.toThrow(
      Forbidden,
    )
    await expect(anchorAnnotation(room.stranger, made.id, { kind: 'confirmed' })).rejects.toThrow(
      NotFound,
    )
    await anchorAnnotation(room.moderator, made.id, { kind: 'confirmed' })
    expect((await now(made)).placedByName).toBe('Mo')
  })

  test('is not asked for where a note stands on its very words', async () => {
    const made = await on(SAID)
    await expect(anchorAnnotation(room.ana, made.id, { kind: 'confirmed' })).rejects.toThrow(
      Invalid,
    )
  })

  test('is asked for just where the rule says so', async () => {
    const notes = [await on(SAID), await on(COUNTED), await on('The first sentence')]
    await revise(withoutSaid.replace(COUNTED, 'Nobody counted the wagons twice.'))
    const all = await Promise.all(notes.map(now))
    const rule = all.filter(({ placeState: state, similarity, placedAt: placed }) =>
      needsReview({ state, similarity, placed }),
    )
    const shown = await listed({ needsLook: true })
    expect(shown.map(({ id }) => id).toSorted()).toEqual(rule.map(({ id }) => id).toSorted())
    expect(rule.length).toBeGreaterThan(0)
  })
})

describe('an earlier revision', () => {
  test('shows its notes where they stood in it, without those made later', async () => {
    const made = await on(SAID)
    await revise(withoutSaid)
    await note({ target: { exact: COUNTED } })
    const [only, ...others] = await listed({ revisionId: room.reading.revisionId })
    expect(others).toEqual([])
    expect(only).toMatchObject({
      id: made.id,
      start: made.start,
      end: made.end,
      placeState: 'exact',
    })
    const shelf = { readingId: room.reading.id, groupId: room.group.id }
    const then = { ...shelf, revisionId: room.reading.revisionId, superseded: true }
    expect((await coveredRanges(room.ana, then)).map(({ start }) => start)).toEqual([made.start])
    // Asked for as if it were current: nothing rather than places of another text.
    expect(await coveredRanges(room.ana, { ...then, superseded: false })).toEqual([])
  })

  test('is what a note was made on that names it, and it is led to the present one', async () => {
    const { revisionId, text } = room.reading
    await revise(SAMPLE.replace('The first', 'Long before all of this, the first'))
    const start = text.indexOf(SAID)
    const target = { exact: SAID, start, end: start + SAID.length }
    for (const named of [{ ...target, revisionId }, target]) {
      const made = await note({ target: named })
      expect(made.revisionId).toBe(revisionId)
      expect(await wordsAt(made)).toBe(SAID)
      const then = await listed({ revisionId })
      expect(then.find(({ id }) => id === made.id)).toMatchObject({ start, end: target.end })
    }
  })

  test('whose words are gone keeps the note that was made on it, on its section', async () => {
    await revise(withoutSaid)
    const made = await note({ target: { exact: SAID, revisionId: room.reading.revisionId } })
    expect(made).toMatchObject({ placeState: 'section', start: null, exact: SAID })
  })

  test('of another reading cannot be named', async () => {
    const other = await makeReading({ ownerId: owner.personId, groupIds: [room.group.id] })
    const target = { exact: SAID, revisionId: other.revisionId }
    await expect(note({ target })).rejects.toThrow(Invalid)
  })

  test('keeps a note on a section that is not there any more, until it is back', async () => {
    const sections = (await revisionText(room.reading.revisionId)).sections
    const sectionId = sections.at(-1)?.sectionId
    const made = await note({ sectionId })
    const [opening = ''] = SAMPLE.split('## What was said')
    await revise(opening)
    expect(await now(made)).toMatchObject({ placeState: 'lost', sectionId: null })
    const late = await note({ sectionId })
    expect(late).toMatchObject({ placeState: 'lost', sectionId: null })
    await reviseReading(owner, room.reading.id, { restores: 1 })
    expect(await now(made)).toMatchObject({ placeState: 'exact', sectionId })
    expect(await now(late)).toMatchObject({ placeState: 'exact', sectionId })
  })
})

test('a moderator of one group places no notes of another', async () => {
  const made = await on(SAID)
  const elsewhere = await joining(await makePerson(), room.group.id, 'guest')
  await revise(withoutSaid)
  await expect(anchorAnnotation(elsewhere, made.id, { kind: 'confirmed' })).rejects.toThrow(
    Forbidden,
  )
})
