import { describe, expect, it } from 'vitest'
import { NO_RIGHTS } from '@/components/room/no-rights'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { notesOnSections, offsetsIn, unreadStarts } from './loaded-notes'

const EXACT: AnnotationShape['place'] = {
  state: 'exact',
  similarity: null,
  revisionId: 'v',
  quote: null,
  madeOn: null,
  needsLook: false,
  placed: null,
}

function note(id: string, more: Partial<AnnotationShape> = {}): AnnotationShape {
  const at = '2026-01-01T00:00:00.000Z'
  return {
    id,
    readingId: 'r',
    groupId: null,
    assignmentId: null,
    visibility: 'group',
    kind: 'note',
    author: null,
    target: null,
    sectionId: null,
    place: EXACT,
    body: null,
    tags: [],
    version: 1,
    createdAt: at,
    editedAt: null,
    deleted: null,
    moderation: null,
    locked: false,
    resolution: null,
    replyCount: 0,
    lastPostId: id,
    lastActivityAt: at,
    reactions: [],
    unread: false,
    inDebate: false,
    can: NO_RIGHTS,
    ...more,
  }
}

function on(start: number, more: Partial<AnnotationShape> = {}): AnnotationShape {
  const words = { exact: 'x', prefix: '', suffix: '', revisionId: 'v' }
  return note(`n${start}`, { target: { start, end: start + 1, ...words }, ...more })
}

const roomOf = (...notes: AnnotationShape[]) => ({
  notes: new Map(notes.map((one) => [one.id, one])),
})

describe('what the loaded notes say', () => {
  it('names where unread passages begin, in order', () => {
    const room = roomOf(on(30, { unread: true }), on(7, { unread: true }), on(9), note('whole'))
    expect(offsetsIn(unreadStarts(room))).toEqual([7, 30])
    expect(offsetsIn(unreadStarts(roomOf()))).toEqual([])
  })

  it('counts notes on whole sections, not those on their passages', () => {
    const room = roomOf(
      note('a', { sectionId: 's1' }),
      note('b', { sectionId: 's1' }),
      on(3, { sectionId: 's1' }),
      note('whole'),
    )
    expect([...notesOnSections(room)]).toEqual([['s1', 2]])
  })
})
