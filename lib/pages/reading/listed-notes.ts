import 'server-only'
import { presentAnnotation } from '@/lib/annotations/present'
import { firstNotes } from '@/lib/annotations/queries/first-notes'
import type { AnnotationRow } from '@/lib/annotations/queries/rows'
import type { AnyActor } from '@/lib/policy/actor'
import { presentReply } from '@/lib/threads/present'
import { firstReplies } from '@/lib/threads/queries/first-replies'

const NOTES = 12
const REPLIES = 20

/** The notes that stand in the page itself, of each section the first. Two queries. */
export async function firstListed(actor: AnyActor, shelf: Parameters<typeof firstNotes>[1]) {
  return listed(actor, await firstNotes(actor, shelf, NOTES), REPLIES)
}

/** Notes with the first of their replies, as the actor may see them. */
export async function listed(actor: AnyActor, rows: readonly AnnotationRow[], replies: number) {
  const found = await firstReplies(actor, rows, replies)
  return rows.map((row) => ({
    note: presentAnnotation(actor, row),
    replies: found
      .filter(({ threadId }) => threadId === row.id)
      .map((reply) => presentReply(actor, reply)),
  }))
}
