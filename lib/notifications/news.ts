import 'server-only'
import { actorsById } from '@/lib/auth/actor-query'
import type { Db } from '@/lib/db/client'
import { news } from '@/lib/events/news'
import { type NotificationKind, notifyAll, type Told } from '@/lib/events/notify'
import { enqueue } from '@/lib/jobs/enqueue'
import type { SignedIn } from '@/lib/policy/actor'
import { noticesMessage } from './contract'
import { type Happening, watchersOf } from './queries/watchers'
import { type Reason, type Recipient, recipients } from './recipients'

/** What somebody is told of their own notices, on whichever line they listen. */
export const noticeNews = news({
  noun: 'notices',
  shape: noticesMessage,
  isPersonal: true,
  load: async () => null,
  kinds: { 'notices.changed': () => ({}) },
})

/** Something that happened in a conversation, and how it is told. */
export type Occurrence = Happening & {
  /** What those are told who are not named in it. */
  readonly kind: 'posted' | 'replied' | 'resolved' | 'reopened'
  readonly eventKey: string
  readonly subjectId: string
  readonly replyId: string | null
  readonly at: Date
}

/** How many reasons are weighed in the transaction of the event itself; beyond, a job does it. */
const AT_ONCE = 200

// Mailed at once to whoever is not here.
const MAILED: ReadonlySet<NotificationKind> = new Set(['post.mentioned', 'post.answered'])

const DIRECT: ReadonlySet<Reason> = new Set<Reason>(['mentioned', 'answered'])

/**
 * Tells everybody whom it concerns and who may see it, each once: in this transaction when they are few, else by a job. `sees` says
 * who may see what it is about.
 */
export async function tellPeople(
  tx: Db,
  occurrence: Occurrence,
  sees: (person: SignedIn) => boolean,
): Promise<void> {
  const watchers = await watchersOf(occurrence, AT_ONCE + 1)
  if (watchers.length > AT_ONCE) {
    const { eventKey: key } = occurrence
    await enqueue(tx, { name: 'tell-people', key, payload: { occurrence } })
    return
  }
  await tellRecipients(tx, { occurrence, told: recipients(occurrence, watchers), sees })
}

/** Writes the notices of recipients. A few statements whatever their number. */
export async function tellRecipients(
  tx: Db,
  {
    occurrence,
    told,
    sees,
  }: {
    readonly occurrence: Occurrence
    readonly told: readonly Recipient[]
    readonly sees: (person: SignedIn) => boolean
  },
): Promise<void> {
  if (told.length === 0) return
  const people = await actorsById(told.map(({ personId }) => personId))
  const seeing = new Set(people.filter(sees).map(({ personId }) => personId))
  const byKind = new Map<NotificationKind, string[]>()
  for (const { personId, reason } of told) {
    if (!seeing.has(personId)) continue
    const kind = kindOf(occurrence.kind, reason)
    byKind.set(kind, [...(byKind.get(kind) ?? []), personId])
  }
  let isDirect = false
  for (const [kind, personIds] of byKind) {
    const written = await notifyAll(tx, personIds, { ...toldOf(occurrence), kind })
    isDirect ||= written.length > 0 && MAILED.has(kind)
  }
  if (isDirect) await enqueue(tx, { name: 'send-mails', key: 'now', payload: {} })
}

function toldOf(occurrence: Occurrence): Omit<Told, 'kind'> {
  const { eventKey, subjectId, actorId, readingId, groupId, threadId, replyId, at } = occurrence
  const about = { readingId, groupId, threadId, replyId }
  return { eventKey, subjectId, actorId, ...about, particulars: {}, at }
}

function kindOf(kind: Occurrence['kind'], reason: Reason): NotificationKind {
  if (kind === 'resolved') return 'thread.resolved'
  if (kind === 'reopened') return 'thread.reopened'
  if (DIRECT.has(reason)) return reason === 'mentioned' ? 'post.mentioned' : 'post.answered'
  return kind === 'replied' ? 'thread.replied' : 'post.watched'
}
