import { beforeEach, describe, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/commands/annotate'
import { annotationFor } from '@/lib/annotations/queries/annotations'
import type { AnnotationRow } from '@/lib/annotations/queries/rows'
import { db, transaction } from '@/lib/db/client'
import { Conflict } from '@/lib/errors'
import type { SignedIn } from '@/lib/policy/actor'
import { readingFor } from '@/lib/readings/queries/readings'
import { revisionText } from '@/lib/readings/queries/revisions'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { SAMPLE } from '@/lib/testing/factories/reading'
import { reviseReading, sendRevision } from '@/lib/testing/factories/revision'
import { placeNotes } from './commands/place-notes'

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

/** Resolves once some statement of another connection waits for a lock. */
async function jobWaits(): Promise<void> {
  await expect
    .poll(
      async () => {
        await db().$queryRaw`SELECT pg_stat_clear_snapshot()::text`
        const waiting = await db().$queryRaw<unknown[]>`
        SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
        return waiting.length
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0)
}

describe('two at once', () => {
  test('the base must be the present revision; else both texts are told', async () => {
    const stale = { baseRevisionId: room.reading.revisionId }
    await reviseReading(owner, room.reading.id, revise('The first', 'Once the first'))
    const refused = sendRevision(owner, room.reading.id, { ...gone, ...stale })
    await expect(refused).rejects.toThrow(Conflict)
    await refused.catch((error: Conflict) => {
      expect(error.code).toBe('stale-base')
      expect(error.details).toMatchObject({ current: { number: 2 } })
      expect(JSON.stringify(error.details)).toContain('Nobody remembers.')
    })
  })

  test('only one revision is on its way at a time', async () => {
    const sent = await Promise.allSettled([
      sendRevision(owner, room.reading.id, gone),
      sendRevision(owner, room.reading.id, revise('The first', 'Once the first')),
    ])
    expect(sent.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('a note that is made while a revision is published is neither lost nor misplaced', async () => {
    const { id } = await sendRevision(
      owner,
      room.reading.id,
      revise('The first', 'Before all, the first'),
    )
    const together = await Promise.all([
      ...Array.from({ length: 8 }, () => note(SAID)),
      placeNotes(id),
      ...Array.from({ length: 8 }, () => note(COUNTED)),
    ])
    const notes = together.filter((row) => row !== undefined)
    expect(notes).toHaveLength(16)
    for (const made of notes) {
      const after = await now(made)
      expect(await wordsAt(after)).toBe(after.exact)
      expect(after.placeRevisionId).toBe(id)
    }
  })

  test('a note whose thread is in before the revision, and whose words after it, is led along', async () => {
    const { id } = await sendRevision(
      owner,
      room.reading.id,
      revise('The first', 'Before all, the first'),
    )
    let tellNoted = () => {}
    const noted = new Promise<void>((resolve) => {
      tellNoted = resolve
    })
    const publishing = noted.then(() => placeNotes(id))
    // The job cannot end before this is committed; the note is stored as it would be by a request that began before.
    const made = await transaction(async () => {
      const row = await note(SAID)
      tellNoted()
      await jobWaits()
      return row
    })
    await publishing
    expect(await wordsAt(await now(made))).toBe(SAID)
    expect(await currentNumber()).toBe(2)
  })
})
