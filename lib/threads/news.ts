import 'server-only'
import { presentResolution } from '@/lib/annotations/present'
import { news, subjectIds } from '@/lib/events/news'
import type { OutboxEvent } from '@/lib/events/outbox'
import type { Actor } from '@/lib/policy/actor'
import type { ThreadFacts } from '@/lib/policy/facts'
import { can } from '@/lib/policy/rules'
import { withoutActor } from '@/lib/pseudonyms/byline'
import { type ThreadMessage, threadMessage } from './contract/threads'
import { presentReply } from './present'
import { repliesById } from './queries/replies'
import { type ReplyRow, replyFacts } from './queries/rows'
import { subjectsById, type ThreadSubject } from './queries/subjects'

// What is told of replies and of the threads that they stand in, whatever those are about.

type Said = Pick<ThreadMessage, 'threadId' | 'thread' | 'reply'> &
  Partial<Pick<ThreadMessage, 'actor'>>
type FoundReply = { readonly reply: ReplyRow; readonly subject: ThreadSubject }
type Loaded = {
  readonly replies: ReadonlyMap<string, FoundReply>
  readonly subjects: ReadonlyMap<string, ThreadSubject>
}

export const threadNews = news({
  noun: 'threads',
  shape: threadMessage,
  load: async (viewer, events): Promise<Loaded> => {
    const [replies, subjects] = await Promise.all([
      repliesById(
        viewer,
        subjectIds(events, (kind) => kind.startsWith('reply.')),
      ),
      subjectsById(subjectIds(events, (kind) => kind.startsWith('thread.'))),
    ])
    return {
      replies: new Map(replies.map((found) => [found.reply.id, found])),
      subjects: new Map(subjects.map((subject) => [subject.id, subject])),
    }
  },
  kinds: {
    'reply.created': ofReply,
    'reply.edited': ofReply,
    'reply.deleted': ofDeletedReply,
    'reply.restored': ofReply,
    'reply.reacted': ofReply,
    'thread.resolved': ofThread,
    'thread.reopened': ofThread,
  },
})

function ofReply(listener: Actor, { subjectId }: OutboxEvent, { replies }: Loaded): Said | null {
  const found = replies.get(subjectId)
  return found && can(listener, 'reply.see', replyFacts(found.reply))
    ? saidOf(listener, found)
    : null
}

function saidOf(listener: Actor, { reply, subject }: FoundReply): Said {
  return {
    threadId: subject.id,
    thread: stateOf(listener, subject),
    reply: presentReply(listener, reply),
    ...unnamed(listener, subject),
  }
}

// Told to whoever saw it until now: a deleted note goes with the last reply to it.
function ofDeletedReply(listener: Actor, event: OutboxEvent, loaded: Loaded): Said | null {
  const found = loaded.replies.get(event.subjectId)
  if (!found) return null
  const { thread, ...reply } = replyFacts(found.reply)
  const before = withOneReplyMore(thread)
  return can(listener, 'reply.see', { ...reply, deletedAt: null, thread: before })
    ? saidOf(listener, found)
    : null
}

function withOneReplyMore(thread: ThreadFacts): ThreadFacts {
  const { annotation } = thread
  if (!annotation) return thread
  const replyCount = annotation.thread.replyCount + 1
  return { ...thread, annotation: { ...annotation, thread: { replyCount } } }
}

function ofThread(listener: Actor, { subjectId }: OutboxEvent, { subjects }: Loaded): Said | null {
  const subject = subjects.get(subjectId)
  if (!subject || !can(listener, 'thread.see', subject.facts)) return null
  return {
    threadId: subject.id,
    thread: stateOf(listener, subject),
    reply: null,
    ...unnamed(listener, subject),
  }
}

function unnamed(listener: Actor, { isVeiled, facts }: ThreadSubject): Pick<Said, 'actor'> {
  return withoutActor(listener, { isVeiled, group: facts.annotation?.group ?? null })
}

function stateOf(listener: Actor, subject: ThreadSubject): ThreadMessage['thread'] {
  return {
    replyCount: subject.replyCount,
    lastPostId: subject.lastPostId,
    lastActivityAt: subject.lastActivityAt.toISOString(),
    resolution: presentResolution(listener, {
      ...subject,
      group: subject.facts.annotation?.group ?? null,
    }),
  }
}
