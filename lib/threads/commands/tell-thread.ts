import 'server-only'
import type { Db } from '@/lib/db/client'
import { tellPeople } from '@/lib/notifications/news'
import type { SignedIn } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import type { DocNode } from '@/lib/text/doc-node'
import { mentionedIds } from '@/lib/threads/mentions'
import type { ThreadSubject } from '@/lib/threads/queries/subjects'

// Whom a conversation's news concern. The rows are in the transaction already; who sees them is asked of policy here.

export type ToldReply = {
  readonly actor: Pick<SignedIn, 'personId'>
  readonly subject: ThreadSubject
  readonly post: { readonly id: string; readonly doc: DocNode; readonly at: Date }
  /** Who wrote the reply that it answers; null when it answers what the thread is about. */
  readonly answered: string | null
  /** It was told before: only who is named in it anew is told. */
  readonly namedOnly?: boolean
}

/** Tells of a reply whom it concerns. */
export async function tellOfReply(
  tx: Db,
  { actor, subject, post, answered, namedOnly = false }: ToldReply,
): Promise<void> {
  const { personId: authorId } = actor
  const inDebate = subject.facts.claim !== null
  const stands = { deletedAt: null, deletedById: null, decisionId: null }
  const facts = { authorId, ...stands, inDebate, thread: subject.facts }
  await tellPeople(
    tx,
    {
      kind: 'replied',
      eventKey: `reply/${post.id}`,
      subjectId: post.id,
      replyId: post.id,
      mentioned: [...mentionedIds(post.doc)],
      answered: answered === null || namedOnly ? [] : [answered],
      answersRoot: answered === null,
      namedOnly,
      ...about(actor, subject),
      at: post.at,
    },
    (person) => can(person, 'reply.see', facts),
  )
}

/** Tells those who take part in a thread that it was resolved or reopened. */
export async function tellOfResolution(
  tx: Db,
  {
    actor,
    subject,
    kind,
    at,
  }: {
    readonly actor: SignedIn
    readonly subject: ThreadSubject
    readonly kind: 'resolved' | 'reopened'
    readonly at: Date
  },
): Promise<void> {
  await tellPeople(
    tx,
    {
      kind,
      eventKey: `${kind}/${subject.id}/${at.getTime()}`,
      subjectId: subject.id,
      replyId: null,
      mentioned: [],
      answered: [],
      answersRoot: false,
      ...about(actor, subject),
      at,
    },
    (person) => can(person, 'thread.see', subject.facts),
  )
}

function about(
  { personId: actorId }: Pick<SignedIn, 'personId'>,
  { id, readingId, groupId }: ThreadSubject,
) {
  return { actorId, threadId: id, readingId, groupId }
}
