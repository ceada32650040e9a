import { beforeEach, describe, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/commands/annotate'
import { editAnnotation } from '@/lib/annotations/commands/edit'
import { annotationFor } from '@/lib/annotations/queries/annotations'
import type { AnnotationRow } from '@/lib/annotations/queries/rows'
import { db } from '@/lib/db/client'
import { Forbidden, Invalid, NotFound } from '@/lib/errors'
import type { SignedIn } from '@/lib/policy/actor'
import { keepPosition } from '@/lib/readings/commands/keep-position'
import { positionFor, readingFor } from '@/lib/readings/queries/readings'
import { revisionText } from '@/lib/readings/queries/revisions'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { SAMPLE } from '@/lib/testing/factories/reading'
import { reviseReading, sendRevision } from '@/lib/testing/factories/revision'
import { giveUp, placeNotes } from './commands/place-notes'
import { publishRevision } from './commands/publish'
import { presentRevision } from './present'
import { previewOf } from './queries/preview'
import { listRevisions, revisionNumbered } from './queries/revisions'

let room: Classroom
let owner: SignedIn

beforeEach(async () => {
  room = await makeClassroom()
  owner = room.moderator
})

const COUNTED = 'Twelve wagons left the yard in the morning.'
const SAID = 'The driver said nothing.'
const revise = (from: string, to: string) => ({ markdown: SAMPLE.replace(from, to) })
const gone = revise(`\n\nThe clerk said that all was well. ${SAID}`, '\n\nNobody remembers.')

function note(exact: string, actor: SignedIn = room.ana): Promise<AnnotationRow> {
  return annotate(actor, {
    readingId: room.reading.id,
    groupId: room.group.id,
    visibility: 'group',
    kind: 'note',
    body: { format: 'markdown', value: 'A thought.' },
    target: { exact },
  })
}

const now = (row: AnnotationRow) => annotationFor(room.ana, row.id)

async function wordsAt({ start, end, placeRevisionId }: AnnotationRow): Promise<string | null> {
  if (start === null || end === null) return null
  return (await revisionText(placeRevisionId)).text.slice(start, end)
}

async function currentNumber(): Promise<number | undefined> {
  return (await readingFor(owner, room.reading.id)).currentRevision?.number
}

describe('publishing a revision', () => {
  test('leads notes to their words, and keeps what they were made on', async () => {
    const on = await note(SAID)
    await reviseReading(owner, room.reading.id, revise('The first', 'Long before, the first'))
    const after = await now(on)
    expect(await wordsAt(after)).toBe(SAID)
    expect(after).toMatchObject({ placeState: 'exact', exact: SAID, revisionId: on.revisionId })
    expect(after.start).not.toBe(on.start)
  })

  test('says which are reworded and which are gone, and counts them', async () => {
    const reworded = await note(COUNTED)
    const lost = await note(SAID)
    const stays = await note('The first sentence')
    const markdown = SAMPLE.replace('left the yard', 'quit the yard').replace(` ${SAID}`, '')
    const { number } = await reviseReading(owner, room.reading.id, { markdown })
    expect(await now(stays)).toMatchObject({ placeState: 'exact', similarity: null })
    expect(await wordsAt(await now(reworded))).toBe(COUNTED.replace('left', 'quit'))
    expect(await now(reworded)).toMatchObject({ placeState: 'changed', exact: COUNTED })
    expect(await now(lost)).toMatchObject({
      placeState: 'section',
      start: null,
      end: null,
      sectionId: lost.sectionId,
      exact: SAID,
    })
    const reading = await readingFor(owner, room.reading.id)
    const revision = presentRevision(await revisionNumbered(reading, number), true)
    expect(revision.report).toEqual({ exact: 1, moved: 0, changed: 1, look: 1 })
    expect(revision).toMatchObject({ status: 'published', isCurrent: true, base: 1 })
  })

  test('places the notes of all groups and those that only their author sees', async () => {
    const secret = await annotate(room.ben, {
      readingId: room.reading.id,
      visibility: 'private',
      groupId: room.group.id,
      kind: 'highlight',
      target: { exact: SAID },
    })
    await reviseReading(owner, room.reading.id, revise('The first', 'Long before, the first'))
    const after = await annotationFor(room.ben, secret.id)
    expect(await wordsAt(after)).toBe(SAID)
  })
})

describe('the job of a revision', () => {
  test('makes it current only once its notes are placed, and once however often the job runs', async () => {
    const on = await note(SAID)
    const { id } = await sendRevision(owner, room.reading.id, revise('The first', 'Then the first'))
    expect(await currentNumber()).toBe(1)
    await Promise.all([placeNotes(id), placeNotes(id)])
    const once = await now(on)
    await placeNotes(id)
    expect(await currentNumber()).toBe(2)
    expect(await now(on)).toEqual(once)
    expect(await db().event.count({ where: { subjectId: id, kind: 'reading.revised' } })).toBe(1)
    expect(await db().annotationPlace.count({ where: { annotationId: on.id } })).toBe(1)
  })

  test('is asked for in the transaction of the revision', async () => {
    const { id } = await sendRevision(owner, room.reading.id, revise('The first', 'Then the first'))
    const jobs = await db().$queryRaw<{ key: string }[]>`
      SELECT key FROM graphile_worker.jobs WHERE key = ${`place-notes/${id}`}`
    expect(jobs).toHaveLength(1)
  })

  test('does not make the version of a note another one: who edits it is not disturbed', async () => {
    const on = await note(SAID)
    await reviseReading(owner, room.reading.id, revise('The first', 'Long before, the first'))
    const words = { format: 'markdown' as const, value: 'Still mine.' }
    const edited = await editAnnotation(room.ana, on.id, { version: on.version, body: words })
    expect(edited).toMatchObject({ bodyText: 'Still mine.', placeState: 'exact' })
  })

  test('leads people to where they stopped reading', async () => {
    const offset = room.reading.text.indexOf(SAID)
    await keepPosition(room.ben, room.reading.id, { offset })
    await reviseReading(owner, room.reading.id, revise('The first', 'Long before, the first'))
    const position = await positionFor(room.ben, room.reading.id)
    const text = (await revisionText(await currentId())).text
    expect(text.slice(position?.offset ?? 0).startsWith(SAID)).toBe(true)
    expect(position?.seenId).toBe(room.reading.revisionId)
  })

  test('may be given up: the reading stays as it was and may be revised anew', async () => {
    const { id, number } = await sendRevision(owner, room.reading.id, gone)
    await giveUp(id)
    await placeNotes(id)
    expect(await currentNumber()).toBe(1)
    const reading = await readingFor(owner, room.reading.id)
    expect(presentRevision(await revisionNumbered(reading, number), true).status).toBe('failed')
    expect((await listRevisions(reading, { limit: 10 })).items.map((row) => row.number)).toEqual([
      1,
    ])
    await reviseReading(owner, room.reading.id, gone)
    expect(await currentNumber()).toBe(3)
  })

  test('keeps sections what they are, by their titles and else by their words', async () => {
    const before = await sectionsNow()
    const markdown = SAMPLE.replace('## What was counted', '## What was counted that day')
      .replace('## What was said', '## Voices')
      .concat('\n\n## Afterwards\n\nNobody came back.')
    await reviseReading(owner, room.reading.id, { markdown })
    const after = await sectionsNow()
    expect(after.slice(0, 3).map(({ sectionId }) => sectionId)).toEqual(
      before.map(({ sectionId }) => sectionId),
    )
    expect(after).toHaveLength(4)
  })
})

async function currentId(): Promise<string> {
  return (await readingFor(owner, room.reading.id)).currentRevision?.id ?? ''
}

async function sectionsNow() {
  return (await revisionText(await currentId())).sections
}

describe('publishing an old revision again', () => {
  test('brings every note back to where it stood, and leads those made since', async () => {
    const notes = [await note(COUNTED), await note(SAID), await note('The first sentence')]
    await reviseReading(owner, room.reading.id, gone)
    const since = await note('Nobody counted them twice.')
    const without = SAMPLE.replace(COUNTED, 'The wagons left.')
    await reviseReading(owner, room.reading.id, { markdown: without })
    await reviseReading(owner, room.reading.id, { restores: 1 })
    for (const on of notes) {
      const { start, end, sectionId } = on
      expect(await now(on)).toMatchObject({ start, end, sectionId, placeState: 'exact' })
    }
    expect(await wordsAt(await now(since))).toBe('Nobody counted them twice.')
    const reading = await readingFor(owner, room.reading.id)
    expect(await revisionNumbered(reading, 4)).toMatchObject({ restores: 1, base: 3 })
  })

  test('finds a passage that was gone for several revisions by the words it was made on', async () => {
    const on = await note(SAID)
    await reviseReading(owner, room.reading.id, gone)
    await reviseReading(owner, room.reading.id, revise('The first', 'Once the first'))
    const after = await now(on)
    expect(await wordsAt(after)).toBe(SAID)
    expect(after.placeState).not.toBe('section')
  })

  test('is refused for the present one', async () => {
    await expect(sendRevision(owner, room.reading.id, { restores: 1 })).rejects.toThrow(Invalid)
    await expect(sendRevision(owner, room.reading.id, { restores: 9 })).rejects.toThrow(NotFound)
  })
})

describe('who may', () => {
  test('the owner publishes; a member of the group is refused, a stranger finds nothing', async () => {
    await expect(sendRevision(room.ana, room.reading.id, gone)).rejects.toThrow(Forbidden)
    await expect(sendRevision(room.stranger, room.reading.id, gone)).rejects.toThrow(NotFound)
    const input = { id: room.reading.id, baseRevisionId: room.reading.revisionId, restores: 1 }
    await expect(previewOf(room.ana, input)).rejects.toThrow(Forbidden)
    await reviseReading(owner, room.reading.id, gone)
  })

  test('a text that says nothing new, or nothing, is refused', async () => {
    await expect(sendRevision(owner, room.reading.id, { markdown: SAMPLE })).rejects.toThrow(
      Invalid,
    )
    await expect(sendRevision(owner, room.reading.id, { markdown: ' ' })).rejects.toThrow(Invalid)
    const both = { id: room.reading.id, baseRevisionId: room.reading.revisionId, message: '' }
    await expect(publishRevision(owner, both)).rejects.toThrow(Invalid)
  })

  test('the preview counts what publishing will do, and changes nothing', async () => {
    await note(COUNTED)
    await note(SAID)
    const { report } = await previewOf(owner, {
      id: room.reading.id,
      baseRevisionId: room.reading.revisionId,
      source: { format: 'markdown', value: gone.markdown },
    })
    expect(report).toEqual({ exact: 1, moved: 0, changed: 0, look: 1 })
    expect(await currentNumber()).toBe(1)
  })
})
