import 'server-only'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { Invalid } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { houseRulesFrom } from '@/lib/moderation/contract/house-rules'
import type { DecisionInput } from '@/lib/moderation/contract/review'
import { concernsAuthor, endOf, requireFits, upholds } from '@/lib/moderation/decision'
import { itemFacts } from '@/lib/moderation/present'
import { type DecisionRow, decisionFor } from '@/lib/moderation/queries/decisions'
import { type FoundItem, itemFor } from '@/lib/moderation/queries/items'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { carryOut } from './carry-out'
import { takenBy } from './claim-item'
import { decideAppeal } from './decide-appeal'
import type { Before, Deciding } from './deciding'
import { logAct } from './log-act'
import { tellAuthor } from './tell-author'

/**
 * Decides an item, does what was decided, tells the author and writes it down, all in one transaction. Throws Conflict with the item as
 * `current` when somebody else decided it meanwhile or is on it, Invalid for a decision that does not fit.
 */
export async function decideItem(
  actor: SignedIn,
  { id, ...input }: DecisionInput,
): Promise<DecisionRow> {
  const found = await itemFor(actor, id)
  const isAppeal = found.row.source === 'appeal'
  authorize(actor, isAppeal ? 'appeal.decide' : 'review.decide', itemFacts(found))
  const rule = ruleOf(found, input.rule)
  if (!isAppeal) requireFits(input.kind, found.row.subjectKind, found.row.source)
  const at = now()
  const decisionId = newId()
  await transaction(async (tx) => {
    await take(tx, { actor, found, version: input.version, at })
    const done = { actor, found, input, decisionId, at }
    const before = isAppeal ? await decideAppeal(tx, done) : await carryOut(tx, done)
    await store(tx, { ...done, rule, before })
  })
  return decisionFor(actor, decisionId)
}

// The number of a rule that the group has, so that the log holds nothing that somebody typed.
function ruleOf({ row }: FoundItem, rule: string | undefined): string | null {
  if (rule === undefined || rule === '') return null
  const { rules } = houseRulesFrom(row.houseRules, row.groupKind)
  const number = Number(rule)
  if (Number.isInteger(number) && number >= 1 && number <= rules.length) return String(number)
  throw new Invalid('rule', `This group has no rule ${rule}.`)
}

// Two people never decide one item: whoever comes second is told who was first.
async function take(
  tx: Db,
  {
    actor,
    found,
    version,
    at,
  }: Pick<Deciding, 'actor' | 'found' | 'at'> & { readonly version: number },
): Promise<void> {
  const { count } = await tx.reviewItem.updateMany({
    where: {
      id: found.row.id,
      version,
      state: 'open',
      OR: [{ claimedById: null }, { claimedById: actor.personId }, { claimedUntil: { lte: at } }],
    },
    data: {
      state: 'decided',
      version: { increment: 1 },
      claimedById: null,
      claimedUntil: null,
      snoozedUntil: null,
    },
  })
  if (count > 0) return
  const current = await itemFor(actor, found.row.id)
  throw takenBy(actor, current, at)
}

type Stored = Deciding & {
  readonly rule: string | null
  readonly before: Before
}

async function store(tx: Db, { actor, found, input, decisionId, at, rule, before }: Stored) {
  const { row } = found
  const { kind, words, days } = input
  const reason = input.reason ?? null
  const { groupId, readingId, threadId, subjectKind, subjectId, authorId } = row
  const about = { groupId, readingId, threadId, subjectKind, subjectId, authorId }
  await tx.decision.createMany({
    data: {
      id: decisionId,
      itemId: row.id,
      ...about,
      kind,
      reason,
      rule,
      words,
      decidedById: actor.personId,
      decidedAt: at,
      until: endOf(kind, days, at),
      before: JSON.parse(JSON.stringify(before)),
    },
  })
  const upheld = upholds(kind)
  if (upheld !== null) {
    await tx.flag.updateMany({ where: { itemId: row.id }, data: { upheld } })
  }
  const isAppeal = row.source === 'appeal'
  const decision = { id: decisionId, kind, reason, rule, ...about }
  const act = !isAppeal ? 'decided' : kind === 'approve' ? 'granted' : 'declined'
  await logAct(tx, { act, actorId: actor.personId, item: row, decision, at })
  if (isAppeal || !concernsAuthor(kind)) return
  await tellAuthor(tx, { kind: 'post.moderated', actorId: actor.personId, decision, at })
}
