import { annotate } from '@/lib/annotations/commands/annotate'
import { db } from '@/lib/db/client'
import { replyToThread } from '@/lib/threads/commands/reply'
import type { Classroom } from './classroom'

const LONG_AGO = new Date('2020-01-01')

async function noteOf({ ben, group, reading }: Classroom, kind: 'note' | 'question') {
  const where = { readingId: reading.id, groupId: group.id, visibility: 'group' as const }
  const body = { format: 'markdown' as const, value: 'Who counted?' }
  return (await annotate(ben, { ...where, kind, body })).id
}

/** A question of Ben's that nobody answered for years. */
export async function askedLongAgo(room: Classroom): Promise<string> {
  const id = await noteOf(room, 'question')
  await db().annotation.update({ where: { id }, data: { createdAt: LONG_AGO } })
  return id
}

/** A reply of Ben's that says Ana's name and nothing else. */
export async function mentioned(room: Classroom): Promise<string> {
  const { ana, ben } = room
  const mention = { type: 'mention', attrs: { id: ana.personId, label: ana.name } }
  const value = { type: 'doc', content: [{ type: 'paragraph', content: [mention] }] }
  return (
    await replyToThread(ben, await noteOf(room, 'note'), { body: { format: 'tiptap', value } })
  ).id
}
