// What waits at a review desk of the demo, as rows. Pure but for the random part of ids.

import type { Prisma } from '@/lib/generated/prisma/client'
import { pointsOf, rankOf } from '@/lib/moderation/priority'
import type { Source } from '@/lib/moderation/reason'
import type { Around } from '../around'
import { idAt, writtenAt } from '../moment'
import type { PersonKey } from '../people'
import type { ThreadRows } from '../thread-rows'
import type { DemoFlag, DemoHeld, DemoHidden, DemoReport, DemoReviews } from './review'

/** A post that is taken from view by a decision. */
export type TakenFromView = {
  readonly post: Post
  readonly decisionId: string
  readonly at: Date
  readonly byId: string | null
}

export type ReviewRows = {
  readonly items: readonly Prisma.ReviewItemCreateManyInput[]
  readonly flags: readonly Prisma.FlagCreateManyInput[]
  readonly decisions: readonly Prisma.DecisionCreateManyInput[]
  readonly appeals: readonly Prisma.AppealCreateManyInput[]
  readonly taken: readonly TakenFromView[]
}

type Post = {
  readonly kind: 'annotation' | 'reply'
  readonly id: string
  readonly threadId: string
  readonly readingId: string
  readonly sectionId: string | null
  readonly authorId: string
}

type Desk = Around & {
  readonly groupKey: DemoReviews['group']
  readonly find: (start: string) => Post
}

/** The rows of a desk, whose posts are among these threads. Throws for words with which none of them begins. */
export function reviewRows(
  reviews: DemoReviews,
  threads: readonly ThreadRows[],
  around: Around,
): ReviewRows {
  const posts = threads.flatMap(postsOf)
  const find = (start: string): Post => {
    const found = posts.find(({ words }) => words.startsWith(start))
    if (!found) throw new Error(`No post begins with “${start}”.`)
    return found.post
  }
  const desk: Desk = { ...around, groupKey: reviews.group, find }
  const parts = [
    ...reviews.reports.map((report) => reported(report, desk, 'open').rows),
    ...reviews.hidden.map((hidden) => hiddenRows(hidden, desk)),
    ...reviews.held.map((held) => heldRows(held, desk)),
  ]
  return {
    items: parts.flatMap(({ items }) => items),
    flags: parts.flatMap(({ flags }) => flags),
    decisions: parts.flatMap(({ decisions }) => decisions),
    appeals: parts.flatMap(({ appeals }) => appeals),
    taken: parts.flatMap(({ taken }) => taken),
  }
}

function postsOf({ thread, annotation, replies }: ThreadRows) {
  const { readingId } = thread
  const sectionId = annotation.sectionId ?? null
  const about = { threadId: thread.id, readingId, sectionId }
  const { id, authorId } = annotation
  const root = { kind: 'annotation' as const, id, authorId, ...about }
  return [
    { words: annotation.bodyText ?? '', post: root },
    ...replies.map((reply) => ({
      words: reply.bodyText ?? '',
      post: { kind: 'reply' as const, id: reply.id, authorId: reply.authorId, ...about },
    })),
  ]
}

const NONE: ReviewRows = { items: [], flags: [], decisions: [], appeals: [], taken: [] }

type NewItem = {
  readonly post: Post
  readonly source: Source
  readonly reasons: readonly string[]
  readonly reporters: number
  readonly state: 'open' | 'decided'
  readonly at: Date
  readonly assignedTo?: PersonKey
}

function itemRow(item: NewItem, { personId, groupId, groupKey }: Desk) {
  const { post, source, reasons, reporters, state, at, assignedTo } = item
  const record = { right: 0, decided: 0 }
  const weighed = { reasons, reporters: Array.from({ length: reporters }, () => record), others: 0 }
  const points = pointsOf(weighed)
  return {
    id: idAt(at),
    groupId: groupId(groupKey),
    ...placeOf(post),
    ...{ source, reasons: [...reasons], state, createdAt: at, points, rank: rankOf(points, at) },
    ...(assignedTo && { assignedToId: personId(assignedTo) }),
  }
}

function placeOf({ kind, id, threadId, readingId, sectionId, authorId }: Post) {
  return { subjectKind: kind, subjectId: id, threadId, readingId, sectionId, authorId }
}

function reported(report: DemoReport, desk: Desk, state: 'open' | 'decided') {
  const post = desk.find(report.post)
  const { flags, assignedTo } = report
  const reasons = [...new Set(flags.map(({ reason }) => reason))]
  const at = writtenAt(desk.now, Math.max(...flags.map(({ ago }) => ago)))
  const counted = { reasons, reporters: flags.length, state, at }
  const item = itemRow(
    { post, source: 'flag', ...counted, ...(assignedTo && { assignedTo }) },
    desk,
  )
  const rows = { ...NONE, items: [item], flags: flags.map((flag) => flagRow(flag, item.id, desk)) }
  return { post, item, rows }
}

function flagRow({ by, ago, reason, words = '' }: DemoFlag, itemId: string, desk: Desk) {
  const at = writtenAt(desk.now, ago)
  const { personId, groupId, groupKey } = desk
  const about = { itemId, groupId: groupId(groupKey), reporterId: personId(by) }
  return { id: idAt(at), ...about, reason, words, at }
}

function hiddenRows(hidden: DemoHidden, desk: Desk): ReviewRows {
  const { post, item, rows } = reported(hidden, desk, 'decided')
  const { by, ago, rule, words, appeal } = hidden
  const [decidedAt, appealedAt] = [writtenAt(desk.now, ago), writtenAt(desk.now, appeal.ago)]
  const decision = {
    ...decisionRow({ post, itemId: item.id, kind: 'hide', words, at: decidedAt }, desk),
    ...{ reason: hidden.flags[0]?.reason ?? null, rule, before: { hidden: true } },
    decidedById: desk.personId(by),
  }
  const waiting = { reasons: ['appeal'], reporters: 0, state: 'open' as const, at: appealedAt }
  const second = {
    ...itemRow({ post, source: 'appeal', ...waiting }, desk),
    appealedId: decision.id,
  }
  const { id: itemId, authorId } = second
  return {
    items: [...rows.items, second],
    flags: rows.flags.map((flag) => ({ ...flag, upheld: true })),
    decisions: [decision],
    appeals: [
      {
        ...{ id: idAt(appealedAt), decisionId: decision.id, itemId, authorId },
        ...{ words: appeal.words, at: appealedAt },
      },
    ],
    taken: [{ post, decisionId: decision.id, at: decidedAt, byId: desk.personId(by) }],
  }
}

function heldRows({ post: start, why }: DemoHeld, desk: Desk): ReviewRows {
  const post = desk.find(start)
  const at = desk.now
  const waiting = { reasons: ['held'], reporters: 0, state: 'open' as const, at }
  const item = {
    ...itemRow({ post, source: 'held', ...waiting }, desk),
    particulars: { why },
  }
  const decision = decisionRow({ post, itemId: item.id, kind: 'hold', words: why, at }, desk)
  return {
    ...{ ...NONE, items: [item], decisions: [decision] },
    taken: [{ post, decisionId: decision.id, at, byId: null }],
  }
}

type NewDecision = {
  readonly post: Post
  readonly itemId: string
  readonly kind: 'hide' | 'hold'
  readonly words: string
  readonly at: Date
}

function decisionRow({ post, itemId, kind, words, at }: NewDecision, { groupId, groupKey }: Desk) {
  const { sectionId: _, ...place } = placeOf(post)
  return {
    ...{ id: idAt(at), itemId, groupId: groupId(groupKey), ...place, kind, words },
    decidedAt: at,
  }
}
