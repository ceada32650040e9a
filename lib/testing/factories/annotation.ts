import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { Visibility } from '@/lib/policy/facts'
import type { MadeReading } from './reading'

/** A note in the database; on the whole reading unless a passage is given. */
export async function makeAnnotation(overrides: {
  reading: MadeReading
  authorId: string
  groupId?: string | null
  visibility?: Visibility
  exact?: string
  words?: string
  deleted?: boolean
  replyCount?: number
}): Promise<{ readonly id: string }> {
  const id = newId()
  const at = new Date()
  const { reading, exact } = overrides
  const start = exact === undefined ? null : reading.text.indexOf(exact)
  const words = overrides.words ?? 'A thought.'
  const where = { readingId: reading.id, groupId: overrides.groupId ?? null }
  await db().thread.create({
    data: {
      id,
      ...where,
      lastPostId: id,
      lastActivityAt: at,
      replyCount: overrides.replyCount ?? 0,
    },
  })
  await db().annotation.create({
    data: {
      id,
      ...where,
      authorId: overrides.authorId,
      kind: 'note',
      visibility: overrides.visibility ?? 'group',
      revisionId: reading.revisionId,
      start,
      end: start === null || exact === undefined ? null : start + exact.length,
      exact: exact ?? null,
      body: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
      },
      bodyText: words,
      tags: [],
      createdAt: at,
      deletedAt: overrides.deleted ? at : null,
      deletedById: overrides.deleted ? overrides.authorId : null,
    },
  })
  return { id }
}
