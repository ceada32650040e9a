import { type AnyActor, personOf } from '@/lib/policy/actor'
import type { DecisionFacts, GroupFacts } from '@/lib/policy/facts'
import { can } from '@/lib/policy/rules'
import { type HouseRules, houseRulesFrom } from './contract/house-rules'
import { type DecisionShape, type EntryShape, type ItemShape, itemShape } from './contract/review'
import { appealableUntil, concernsAuthor, decisionsFor } from './decision'
import { credence, priorityAt } from './priority'
import { type DecisionRow, decisionFacts } from './queries/decisions'
import type { FlagRow } from './queries/item-rows'
import { type FoundItem, groupFactsOf } from './queries/items'
import type { EntryRow } from './queries/log'
import { headline } from './reason'

/** An item as those see it who decide. */
export function presentItem(viewer: AnyActor, found: FoundItem, now: Date): ItemShape {
  const { row, flags, decision } = found
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    source: row.source,
    reasons: [...row.reasons],
    headline: headline(row.source, flags),
    subject: { kind: row.subjectKind, id: row.subjectId },
    threadId: row.threadId,
    reading: { id: row.readingId, slug: row.readingSlug, title: row.readingTitle },
    section:
      row.sectionId === null || row.sectionTitle === null
        ? null
        : { id: row.sectionId, title: row.sectionTitle },
    author: { id: row.authorId, name: row.authorName },
    excerpt: row.words,
    flags: flags.map(presentFlag),
    ...weighed(found, now),
    createdAt: row.createdAt.toISOString(),
    claim: claimOf(found, now),
    assignedTo: named(row.assignedToId, row.assignedToName),
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    appeal: appealOf(viewer, found, now),
    decision: decision && presentDecision(viewer, decision, now),
    can: rightsOn(viewer, found),
  }
}

function presentFlag(flag: FlagRow): ItemShape['flags'][number] {
  return {
    by: { id: flag.reporterId, name: flag.reporterName },
    reason: flag.reason,
    words: flag.words,
    at: flag.at.toISOString(),
    credence: credence(flag),
  }
}

function weighed(
  { row, flags }: FoundItem,
  now: Date,
): Pick<ItemShape, 'priority' | 'particulars'> {
  const particulars = itemShape.shape.particulars.safeParse(row.particulars).data ?? {}
  const others = typeof particulars.others === 'number' ? particulars.others : 0
  const { total, parts } = priorityAt(
    { reasons: row.reasons, reporters: flags, others },
    { createdAt: row.createdAt, now },
  )
  return { priority: { total, parts: [...parts] }, particulars }
}

// A claim that has run out is none.
function claimOf({ row }: FoundItem, now: Date): ItemShape['claim'] {
  const by = named(row.claimedById, row.claimedByName)
  if (by === null || row.claimedUntil === null || row.claimedUntil <= now) return null
  return { by, until: row.claimedUntil.toISOString() }
}

function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null || name === null ? null : { id, name }
}

function appealOf(viewer: AnyActor, { appealed }: FoundItem, now: Date): ItemShape['appeal'] {
  if (!appealed || appealed.appealId === null || appealed.appealWords === null) return null
  const decision = presentDecision(viewer, appealed, now)
  return { id: appealed.appealId, words: appealed.appealWords, decision }
}

/** The rules of a group. Which words are held back is told to those who lead it: who knows them writes around them. */
export function presentHouseRules(
  viewer: AnyActor,
  group: GroupFacts,
  rules: HouseRules,
): HouseRules {
  return can(viewer, 'review.see', group) ? rules : { ...rules, holdsWords: [] }
}

/** The facts of an item that the right to decide hangs on. */
export function itemFacts({ row, appealed }: FoundItem): DecisionFacts {
  return {
    group: groupFactsOf(row),
    authorId: row.authorId,
    authorRole: row.authorRole,
    decidedById: appealed?.decidedById ?? null,
    deciderRole: appealed?.deciderRole ?? null,
  }
}

function rightsOn(viewer: AnyActor, found: FoundItem): ItemShape['can'] {
  const { row } = found
  const ability = row.source === 'appeal' ? 'appeal.decide' : 'review.decide'
  const decide = row.state === 'open' && can(viewer, ability, itemFacts(found))
  return { decide, decisions: decide ? [...decisionsFor(row.subjectKind, row.source)] : [] }
}

/** A decision as its author sees it, or those who lead the group. */
export function presentDecision(viewer: AnyActor, row: DecisionRow, now: Date): DecisionShape {
  const facts = decisionFacts(row)
  const until = appealableUntil(row.decidedAt)
  const stands = row.undoneAt === null
  const rule = row.rule
  const { rules } = houseRulesFrom(row.houseRules, row.groupKind)
  return {
    id: row.id,
    itemId: row.itemId,
    groupId: row.groupId,
    kind: row.kind,
    reason: row.reason,
    rule: rule === null ? null : { number: rule, words: rules[Number(rule) - 1] ?? '' },
    words: row.words,
    by: named(row.decidedById, row.decidedByName),
    at: row.decidedAt.toISOString(),
    until: row.until?.toISOString() ?? null,
    undone: row.undoneAt && {
      at: row.undoneAt.toISOString(),
      by: named(row.undoneById, row.undoneByName),
    },
    subject: { kind: row.subjectKind, id: row.subjectId },
    threadId: row.threadId,
    appeal: ownAppeal(row),
    appealableUntil: until.toISOString(),
    can: {
      undo: stands && can(viewer, 'decision.undo', facts),
      appeal:
        stands &&
        row.appealId === null &&
        now < until &&
        concernsAuthor(row.kind) &&
        can(viewer, 'decision.appeal', facts),
    },
  }
}

function ownAppeal(row: DecisionRow): DecisionShape['appeal'] {
  if (row.appealId === null || row.appealAt === null) return null
  const { appealId: id, appealGranted: granted } = row
  return { id, words: row.appealWords ?? '', at: row.appealAt.toISOString(), granted }
}

/** A line of the log: to members without who did it and what the author was told. */
export function presentEntry(viewer: AnyActor, { entry, decision }: EntryRow): EntryShape {
  const leads = decision !== null && can(viewer, 'review.see', decisionFacts(decision).group)
  const { id, act, kind, reason, rule, source, decisionId } = entry
  const isOwn = decision !== null && personOf(viewer) === decision.decidedById
  return {
    id,
    at: entry.at.toISOString(),
    act,
    kind,
    reason,
    rule,
    source,
    subject: { kind: entry.subjectKind, id: entry.subjectId },
    decisionId,
    by: leads || isOwn ? named(entry.actorId, entry.actorName) : null,
    words: leads && act === 'decided' ? decision.words : '',
    undone: decision !== null && decision.undoneAt !== null,
    canUndo:
      act === 'decided' &&
      decision !== null &&
      decision.undoneAt === null &&
      can(viewer, 'decision.undo', decisionFacts(decision)),
  }
}
