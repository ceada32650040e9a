import 'server-only'
import { annotationFacts } from '@/lib/annotations/annotation'
import { annotationFor } from '@/lib/annotations/queries/annotations'
import { bareClaimFor, claimFacts } from '@/lib/debates/queries/claims'
import type { SubjectRef } from '@/lib/moderation/contract/review'
import type { AnyActor } from '@/lib/policy/actor'
import type { GroupFacts } from '@/lib/policy/facts'
import { can } from '@/lib/policy/rules'
import { replyFor } from '@/lib/threads/queries/replies'
import { replyFacts } from '@/lib/threads/queries/rows'

/** What an item is about, as far as the desk needs to know. */
export type Subject = SubjectRef & {
  readonly group: GroupFacts | null
  readonly readingId: string
  readonly sectionId: string | null
  readonly threadId: string
  readonly authorId: string
  readonly mayFlag: boolean
}

/** A note, reply or claim that the actor sees. Throws NotFound. Two to four queries. */
export async function subjectOf(actor: AnyActor, { kind, id }: SubjectRef): Promise<Subject> {
  switch (kind) {
    case 'annotation':
      return noteOf(actor, id)
    case 'reply':
      return replyOf(actor, id)
    case 'claim':
      return claimOf(actor, id)
  }
}

async function noteOf(actor: AnyActor, id: string): Promise<Subject> {
  const note = await annotationFor(actor, id)
  const facts = annotationFacts(note)
  const { readingId, sectionId, authorId } = note
  const mayFlag = can(actor, 'annotation.flag', facts)
  const { group } = facts
  return { kind: 'annotation', id, group, readingId, sectionId, threadId: id, authorId, mayFlag }
}

async function replyOf(actor: AnyActor, id: string): Promise<Subject> {
  const { reply, subject } = await replyFor(actor, id)
  const { annotation, claim } = subject.facts
  return {
    kind: 'reply',
    id,
    group: claim?.debate.group ?? annotation?.group ?? null,
    readingId: subject.readingId,
    sectionId: annotation?.homeSectionId ?? null,
    threadId: subject.id,
    authorId: reply.authorId,
    mayFlag: can(actor, 'reply.flag', replyFacts(reply)),
  }
}

async function claimOf(actor: AnyActor, id: string): Promise<Subject> {
  const { claim, debate } = await bareClaimFor(actor, id)
  const mayFlag = can(actor, 'claim.flag', claimFacts(claim, debate))
  const { group } = debate.facts
  const { readingId, sectionId } = debate
  const { authorId } = claim
  return { kind: 'claim', id, group, readingId, sectionId, threadId: id, authorId, mayFlag }
}
