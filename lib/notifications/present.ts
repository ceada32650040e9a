import { type NotificationShape, notificationShape } from './contract'
import type { NotificationRow } from './queries/rows'

const particulars = notificationShape.shape.particulars

/** What somebody is told, as they see it. */
export function presentNotification(row: NotificationRow): NotificationShape {
  return {
    id: row.id,
    kind: row.kind,
    subjectId: row.subjectId,
    reading: row.reading,
    group: row.group,
    actor: row.actor,
    threadId: row.threadId,
    replyId: row.replyId,
    excerpt: excerptOf(row),
    about: aboutOf(row),
    sectionId: row.thread?.annotation?.sectionId ?? row.thread?.claim?.debate.sectionId ?? null,
    onClaim: row.thread?.claim != null && row.thread.annotation === null,
    particulars: particulars.safeParse(row.particulars).data ?? {},
    createdAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
  }
}

const EXCERPT = 280
const ABOUT = 140

// The words are those of now: an edited post is told as it reads.
function excerptOf({ reply, thread }: NotificationRow): string {
  if (reply !== null) return cut(reply.bodyText, EXCERPT)
  const note = thread?.annotation
  return cut((note?.deletedAt ? '' : note?.bodyText) || (thread?.claim?.text ?? ''), EXCERPT)
}

// What the conversation is about: the passage, or the claim.
function aboutOf({ thread }: NotificationRow): string {
  return cut(thread?.claim?.text ?? thread?.annotation?.exact ?? '', ABOUT)
}

function cut(words: string, length: number): string {
  return words.length <= length ? words : `${words.slice(0, length).trimEnd()}…`
}
