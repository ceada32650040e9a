import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors'
import type { SignedIn } from '@/lib/policy/actor'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { makeGroup } from '@/lib/testing/factories/group'
import { joining } from '@/lib/testing/factories/person'
import { makeReading } from '@/lib/testing/factories/reading'
import { replyToThread } from '@/lib/threads/commands/reply'
import { annotate } from './commands/annotate'
import { editAnnotation } from './commands/edit'
import { removeAnnotation, restoreAnnotation } from './commands/remove'
import type { AnnotationInput } from './contract'
import { presentAnnotation } from './present'
import { annotationFor } from './queries/annotations'
import { coveredRanges, sectionCounts } from './queries/coverage'
import { listAnnotations } from './queries/list-annotations'
import { readingFactsById } from './queries/rows'

let room: Classroom

beforeAll(async () => {
  room = await makeClassroom()
})

const md = (value: string) => ({ format: 'markdown' as const, value })

function draft(more: Partial<AnnotationInput> = {}): AnnotationInput {
  return {
    readingId: room.reading.id,
    groupId: room.group.id,
    visibility: 'group',
    kind: 'note',
    body: md('A thought.'),
    ...more,
  }
}

const made = (more?: Partial<AnnotationInput>, actor: SignedIn = room.ana) =>
  annotate(actor, draft(more))

async function listed(actor: SignedIn, query: Partial<Parameters<typeof listAnnotations>[2]> = {}) {
  const reading = (await readingFactsById([room.reading.id])).get(room.reading.id)
  if (!reading) throw new Error('the classroom has a reading')
  const page = await listAnnotations(
    actor,
    { ...reading, id: room.reading.id },
    { limit: 200, sort: 'made', ...query },
  )
  return page.items.map(({ id }) => id)
}

describe('annotating', () => {
  test('keeps the words with their context, their place and their section', async () => {
    const exact = 'left the yard'
    const row = await made({ target: { exact } })
    const start = room.reading.text.indexOf(exact)
    expect(row).toMatchObject({ start, end: start + exact.length, exact, version: 1 })
    expect(
      room.reading.text.startsWith(
        `${row.prefix}${exact}${row.suffix}`,
        start - (row.prefix ?? '').length,
      ),
    ).toBe(true)
    const section = await db().revisionSection.findFirst({ where: { title: 'What was counted' } })
    expect(row.sectionId).toBe(section?.sectionId)
  })

  test('is told to the outbox in the same transaction', async () => {
    const { id } = await made()
    const events = await db().event.findMany({ where: { subjectId: id }, select: { kind: true } })
    expect(events).toEqual([{ kind: 'annotation.created' }])
  })

  test('refuses words that are not there, and says so', async () => {
    await expect(made({ target: { exact: 'Never written.' } })).rejects.toThrow(/not in the text/)
  })

  test('refuses a stranger as if there were no reading', async () => {
    await expect(made({}, room.stranger)).rejects.toThrow(NotFound)
  })

  test('refuses a guest of the group, who may only read', async () => {
    const guest = await joining(room.stranger, room.group.id, 'guest')
    await expect(made({}, guest)).rejects.toThrow(Forbidden)
  })

  test('refuses a group on whose shelf the reading does not stand', async () => {
    const other = await makeGroup()
    const member = await joining(room.ana, other.id)
    await expect(made({ groupId: other.id }, member)).rejects.toThrow(NotFound)
  })

  test('without a group takes the one in which reader and reading meet', async () => {
    expect((await made({ groupId: undefined })).groupId).toBe(room.group.id)
  })

  test('without a group, where they meet in two, asks which', async () => {
    const second = await makeGroup()
    const ana = await joining(room.ana, second.id)
    const reading = await makeReading({
      ownerId: ana.personId,
      groupIds: [room.group.id, second.id],
    })
    const input = draft({ readingId: reading.id, groupId: undefined })
    await expect(annotate(ana, input)).rejects.toThrow(Invalid)
  })

  test('needs words for a note and a passage for a highlight', async () => {
    await expect(made({ body: undefined })).rejects.toThrow(Invalid)
    await expect(made({ kind: 'highlight', body: undefined })).rejects.toThrow(Invalid)
    const mark = await made({ kind: 'highlight', body: undefined, target: { exact: 'wagons' } })
    expect(presentAnnotation(room.ana, mark).body).toBeNull()
  })

  test('the same text in two groups keeps their notes apart', async () => {
    const second = await makeGroup()
    const ana = await joining(room.ana, second.id)
    await db().shelf.create({
      data: {
        groupId: second.id,
        readingId: room.reading.id,
        addedById: ana.personId,
        addedAt: new Date(),
      },
    })
    const there = await annotate(ana, draft({ groupId: second.id }))
    expect(await listed(ana, { groupId: second.id })).toEqual([there.id])
    expect(await listed(ana, { groupId: room.group.id })).not.toContain(there.id)
    expect(await listed(room.ben)).not.toContain(there.id)
  })
})

describe('editing', () => {
  test('raises the version and keeps what was said', async () => {
    const { id } = await made({ body: md('First words.') })
    const row = await editAnnotation(room.ana, id, { version: 1, body: md('Second words.') })
    expect(row).toMatchObject({ version: 2, bodyText: 'Second words.' })
    const edits = await db().postEdit.findMany({ where: { postId: id } })
    expect(edits).toMatchObject([{ version: 1, bodyText: 'First words.' }])
  })

  test('of eight edits at once one wins, and the others are given its text', async () => {
    const { id } = await made()
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) =>
        editAnnotation(room.ana, id, { version: 1, body: md(`Edit ${n}`) }),
      ),
    )
    const won = results.filter((result) => result.status === 'fulfilled')
    const lost = results.filter((result) => result.status === 'rejected')
    expect(won).toHaveLength(1)
    for (const { reason } of lost) {
      expect(reason).toBeInstanceOf(Conflict)
      expect(reason.details.current.body.text).toBe(won[0]?.value.bodyText)
    }
  })

  test('is for its author: a moderator is refused, a stranger finds nothing', async () => {
    const { id } = await made()
    const change = { version: 1, body: md('Mine now.') }
    await expect(editAnnotation(room.moderator, id, change)).rejects.toThrow(Forbidden)
    await expect(editAnnotation(room.stranger, id, change)).rejects.toThrow(NotFound)
  })

  test('to private hides it, unless others have replied', async () => {
    const { id } = await made()
    await editAnnotation(room.ana, id, { version: 1, visibility: 'private' })
    await expect(annotationFor(room.ben, id)).rejects.toThrow(NotFound)
    const { id: answered } = await made()
    await replyToThread(room.ben, answered, { body: md('I disagree.') })
    await expect(
      editAnnotation(room.ana, answered, { version: 1, visibility: 'private' }),
    ).rejects.toThrow(Conflict)
  })
})

describe('deleting', () => {
  test('takes a note without replies from everybody, and gives it back', async () => {
    const { id } = await made()
    await removeAnnotation(room.ana, id)
    expect(await listed(room.ben)).not.toContain(id)
    await expect(annotationFor(room.ben, id)).rejects.toThrow(NotFound)
    await restoreAnnotation(room.ana, id)
    expect(await listed(room.ben)).toContain(id)
  })

  test('leaves the place of a note that has replies, without its words and its author', async () => {
    const { id } = await made({ body: md('Secret words.'), tags: ['secret'] })
    await replyToThread(room.ben, id, { body: md('An answer.') })
    await removeAnnotation(room.ana, id)
    const shown = presentAnnotation(room.ben, await annotationFor(room.ben, id))
    expect(shown).toMatchObject({ author: null, body: null, tags: [], deleted: { by: 'author' } })
    expect(await listed(room.ben)).toContain(id)
  })

  test('is also for moderators, and what they delete its author cannot bring back', async () => {
    const { id } = await made()
    await replyToThread(room.ben, id, { body: md('An answer.') })
    await expect(removeAnnotation(room.ben, id)).rejects.toThrow(Forbidden)
    await removeAnnotation(room.moderator, id)
    await expect(restoreAnnotation(room.ana, id)).rejects.toThrow(Forbidden)
    await restoreAnnotation(room.moderator, id)
  })
})

describe('listing', () => {
  test('gives every note once in each order, a page at a time, also when places are equal', async () => {
    for (let n = 0; n < 7; n++) await made({ target: { exact: 'wagons' } })
    const reading = (await readingFactsById([room.reading.id])).get(room.reading.id)
    if (!reading) throw new Error('the classroom has a reading')
    const all = (await listed(room.ben)).sort()
    for (const sort of ['made', 'place', 'newest', 'activity'] as const) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await listAnnotations(
          room.ben,
          { ...reading, id: room.reading.id },
          { limit: 3, sort, cursor },
        )
        seen.push(...page.items.map(({ id }) => id))
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      expect(seen.sort()).toEqual(all)
    }
  })

  test('finds by tag, kind, author, words, section, passage and news', async () => {
    const { id, sectionId, start, end } = await made(
      {
        kind: 'question',
        tags: ['#Old sources'],
        body: md('Who counted the zebras?'),
        target: { exact: 'all was well' },
      },
      room.moderator,
    )
    const alone = [
      { tag: 'old SOURCES' },
      { kind: 'question' },
      { author: room.moderator.personId },
      { q: 'zebras' },
      { sectionId: sectionId ?? '' },
      { from: start ?? 0, to: end ?? 0 },
    ] as const
    for (const filter of alone) expect(await listed(room.ben, filter)).toEqual([id])
    expect(await listed(room.ben, { unread: true })).toContain(id)
    expect(await listed(room.moderator, { unread: true })).not.toContain(id)
    expect(await listed(room.moderator, { mine: true })).toEqual([id])
    expect(await listed(room.ben, { q: '%' })).toEqual([])
  })

  test('keeps tags when only words are edited, and refuses a tag with a comma', async () => {
    const tags = ['human robot interaction', 'Method']
    const { id, version } = await made({ body: md('Words.'), tags })
    const edited = await editAnnotation(room.ana, id, { version, body: md('Other words.') })
    expect(edited.tags).toEqual(tags)
    const comma = editAnnotation(room.ana, id, { version: edited.version, tags: ['a,b'] })
    await expect(comma).rejects.toMatchObject({ status: 422, code: 'tag' })
  })
})

describe('where notes lie', () => {
  test('is told by distinct passage, with what is mine and private kept apart', async () => {
    const second = await makeClassroom()
    const input = (more: Partial<AnnotationInput>) => ({
      ...draft(more),
      readingId: second.reading.id,
      groupId: second.group.id,
    })
    const target = { exact: 'The driver said nothing.' }
    await annotate(second.ana, input({ target }))
    await annotate(second.ben, input({ target }))
    await annotate(second.ben, input({ target, visibility: 'private' }))
    const shelf = {
      readingId: second.reading.id,
      revisionId: second.reading.revisionId,
      groupId: second.group.id,
    }
    const start = second.reading.text.indexOf(target.exact)
    const range = { start, end: start + target.exact.length, resolved: false }
    expect(await coveredRanges(second.ana, shelf)).toEqual([
      { ...range, count: 1, mine: false, private: false },
      { ...range, count: 1, mine: true, private: false },
    ])
    expect(await coveredRanges(second.stranger, shelf)).toEqual([])
    expect(await sectionCounts(second.ana, shelf)).toMatchObject([{ notes: 2, unread: 1 }])
    for (const filters of [{ mine: true }, { author: second.ana.personId }]) {
      expect(await coveredRanges(second.ana, shelf, filters)).toEqual([
        { ...range, count: 1, mine: true, private: false },
      ])
      expect(await sectionCounts(second.ana, shelf, filters)).toMatchObject([{ notes: 1 }])
    }
    expect(await coveredRanges(second.ana, shelf, { unread: true })).toMatchObject([
      { mine: false },
    ])
    expect(await coveredRanges(second.ana, shelf, { kind: 'question' })).toEqual([])
  })
})
