import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { Conflict, Forbidden, Malformed, NotFound } from '@/lib/errors'
import type { SignedIn } from '@/lib/policy/actor'
import { readingFor } from '@/lib/readings/queries/readings'
import { revisionText } from '@/lib/readings/queries/revisions'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { SAMPLE } from '@/lib/testing/factories/reading'
import { reviseReading } from '@/lib/testing/factories/revision'
import { readingFromMarkdown } from '@/lib/text/markdown'
import { discardDraft, keepDraft } from './commands/keep-draft'
import { placeNotes } from './commands/place-notes'
import { publishRevision } from './commands/publish'
import type { DraftInput } from './contract'
import { draftFor } from './queries/drafts'

let room: Classroom
let owner: SignedIn

beforeEach(async () => {
  room = await makeClassroom()
  owner = room.moderator
})

const docOf = (markdown: string) => JSON.parse(JSON.stringify(readingFromMarkdown(markdown)))

function draft(more: Partial<DraftInput> = {}): DraftInput {
  return {
    id: room.reading.id,
    baseRevisionId: room.reading.revisionId,
    version: 0,
    doc: docOf(SAMPLE.replace('Twelve', 'Eleven')),
    edits: [[0, 0, 46]],
    ...more,
  }
}

describe('a draft', () => {
  test('is one for all who may edit the reading, and grows by versions', async () => {
    expect(await keepDraft(owner, draft())).toMatchObject({ version: 1, edits: [[0, 0, 46]] })
    expect(await keepDraft(owner, draft({ version: 1, edits: null }))).toMatchObject({ version: 2 })
    expect((await draftFor(owner, room.reading.id))?.updatedBy.name).toBe('Mo')
  })

  test('keeps empty lines, which a published text has not', async () => {
    const doc = docOf('One.')
    doc.content.push({ type: 'paragraph' }, { type: 'paragraph' })
    const kept = await keepDraft(owner, draft({ doc }))
    expect(kept.doc).toMatchObject({ content: [{}, { type: 'paragraph' }, { type: 'paragraph' }] })
  })

  test('that was saved by another is not overwritten: of two who save at once one is told the other text', async () => {
    await keepDraft(owner, draft())
    const saves = await Promise.allSettled([
      keepDraft(owner, draft({ version: 1, doc: docOf('Mine.') })),
      keepDraft(owner, draft({ version: 1, doc: docOf('Yours.') })),
    ])
    expect(saves.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const [refused] = saves.flatMap((save) => (save.status === 'rejected' ? [save.reason] : []))
    expect(refused).toBeInstanceOf(Conflict)
    expect(refused.details.current).toMatchObject({ version: 2, updatedBy: { name: 'Mo' } })
    const [first, second] = await Promise.allSettled([
      keepDraft(owner, draft()),
      keepDraft(owner, draft()),
    ])
    expect([first.status, second.status]).toEqual(['rejected', 'rejected'])
  })

  test('that is no document of ours is refused', async () => {
    await expect(keepDraft(owner, draft({ doc: { type: 'alien' } }))).rejects.toThrow(Malformed)
  })

  test('is for the owner: a member is refused, a stranger finds nothing', async () => {
    await keepDraft(owner, draft())
    await expect(keepDraft(room.ana, draft({ version: 1 }))).rejects.toThrow(Forbidden)
    await expect(draftFor(room.ana, room.reading.id)).rejects.toThrow(Forbidden)
    await expect(discardDraft(room.ana, room.reading.id)).rejects.toThrow(Forbidden)
    await expect(draftFor(room.stranger, room.reading.id)).rejects.toThrow(NotFound)
    await discardDraft(owner, room.reading.id)
    expect(await draftFor(owner, room.reading.id)).toBeNull()
  })
})

describe('publishing a draft', () => {
  const publishing = (draftVersion: number) =>
    publishRevision(owner, {
      id: room.reading.id,
      baseRevisionId: room.reading.revisionId,
      draftVersion,
      message: 'Eleven',
    })

  test('takes the draft as it was looked at, with what was kept of the text', async () => {
    await keepDraft(owner, draft())
    await expect(publishing(7)).rejects.toThrow(Conflict)
    const { id } = await publishing(1)
    await placeNotes(id)
    expect((await revisionText(id)).text).toContain('Eleven wagons')
    const stored = await db().revision.findUnique({ where: { id }, select: { edits: true } })
    expect(stored?.edits).toEqual([[0, 0, 46]])
  })

  test('on a revision that is not the newest is a conflict, and the draft stays', async () => {
    await keepDraft(owner, draft())
    await reviseReading(owner, room.reading.id, { markdown: 'Quite another text.' })
    await expect(publishing(1)).rejects.toMatchObject({ code: 'stale-base' })
    expect((await draftFor(owner, room.reading.id))?.version).toBe(1)
    expect((await readingFor(owner, room.reading.id)).currentRevision?.number).toBe(2)
  })
})
