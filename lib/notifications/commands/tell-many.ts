import 'server-only'
import * as z from 'zod'
import { transaction } from '@/lib/db/client'
import { tellRecipients } from '@/lib/notifications/news'
import { watchersOf } from '@/lib/notifications/queries/watchers'
import { recipients } from '@/lib/notifications/recipients'
import { OPERATOR, type SignedIn } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import { repliesById } from '@/lib/threads/queries/replies'
import { replyFacts } from '@/lib/threads/queries/rows'
import { subjectsById } from '@/lib/threads/queries/subjects'

const occurrenceShape = z.object({
  kind: z.enum(['posted', 'replied', 'resolved', 'reopened']),
  eventKey: z.string(),
  subjectId: z.string(),
  actorId: z.string(),
  readingId: z.string(),
  groupId: z.string().nullable(),
  threadId: z.string(),
  replyId: z.string().nullable(),
  mentioned: z.array(z.string()),
  answered: z.array(z.string()),
  answersRoot: z.boolean(),
  namedOnly: z.boolean().optional(),
  at: z.coerce.date(),
})

const payloadShape = z.object({ occurrence: occurrenceShape })
const BATCH = 500

/** Tells many people of one event, a few hundred a transaction. May run again: nobody is told twice. */
export async function tellMany(payload: unknown): Promise<void> {
  const { occurrence } = payloadShape.parse(payload)
  const sees = await sightOf(occurrence)
  const told = recipients(occurrence, await watchersOf(occurrence))
  for (let from = 0; from < told.length; from += BATCH) {
    const batch = told.slice(from, from + BATCH)
    await transaction((tx) => tellRecipients(tx, { occurrence, told: batch, sees }))
  }
}

async function sightOf({
  threadId,
  replyId,
}: z.infer<typeof occurrenceShape>): Promise<(person: SignedIn) => boolean> {
  if (replyId !== null) {
    const [found] = await repliesById(OPERATOR, [replyId])
    return (person) =>
      found !== undefined &&
      found.reply.deletedAt === null &&
      can(person, 'reply.see', replyFacts(found.reply))
  }
  const [subject] = await subjectsById([threadId])
  return (person) => subject !== undefined && can(person, 'thread.see', subject.facts)
}
