import 'server-only'
import { now } from '@/lib/clock'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import { newId } from '@/lib/ids'
import { ranksAtLeast, roleIn, type SignedIn } from '@/lib/policy/actor'
import type { GroupKind } from '@/lib/policy/facts'
import type { DocNode } from '@/lib/text/doc-node'
import { openItem } from './commands/open-item'
import { houseRulesFrom } from './contract/house-rules'
import type { SubjectKind } from './decision'
import { hasAddress, mayHold, whyHeld } from './holding'

// What notes and replies both do in their transactions, which is why it is no command of this noun: those are not called by others.

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

type Sent = { readonly groupId: string | null; readonly text: string; readonly doc: DocNode | null }

/**
 * Why a post that is being sent waits for approval; null for one that is shown at once, as all are of those who lead the group. One
 * statement, two where the group holds anything back.
 */
export async function whyItWaits(
  tx: Db,
  actor: SignedIn,
  { groupId, text, doc }: Sent,
): Promise<string | null> {
  if (groupId === null || ranksAtLeast(roleIn(actor, groupId), 'moderator')) return null
  const [group] = await tx.$queryRaw<{ kind: GroupKind; houseRules: unknown }[]>`
    SELECT kind::text, house_rules AS "houseRules" FROM groups WHERE id = ${groupId}::uuid`
  if (!group) return null
  const rules = houseRulesFrom(group.houseRules, group.kind)
  if (!mayHold(rules)) return null
  const { personId } = actor
  const hasLink = hasAddress(text) || (doc !== null && hasLinkIn(doc))
  return whyHeld({ text, hasLink, ...(await recordOf(tx, { groupId, personId })) }, rules)
}

function hasLinkIn(doc: DocNode): boolean {
  const isLink = (doc.marks ?? []).some(({ type }) => type === 'link')
  return isLink || (doc.content ?? []).some(hasLinkIn)
}

type Record = {
  readonly isFirst: boolean
  readonly accountDays: number
  readonly postsLastHour: number
}

async function recordOf(
  tx: Db,
  { groupId, personId }: { readonly groupId: string; readonly personId: string },
): Promise<Record> {
  const at = now()
  const since = new Date(at.getTime() - HOUR_MS)
  const [row] = await tx.$queryRaw<{ createdAt: Date; isFirst: boolean; postsLastHour: number }[]>`
    SELECT p.created_at AS "createdAt",
      NOT EXISTS (${postsOf(Prisma.sql`a.deleted_at IS NULL`, Prisma.sql`r.deleted_at IS NULL`)}
        LIMIT 1) AS "isFirst",
      (SELECT count(*)::int FROM (${postsOf(
        Prisma.sql`a.created_at > ${since}`,
        Prisma.sql`r.created_at > ${since}`,
      )}) lately) AS "postsLastHour"
    FROM people p WHERE p.id = ${personId}::uuid`
  const age = row ? at.getTime() - row.createdAt.getTime() : 0
  return {
    isFirst: row?.isFirst ?? true,
    accountDays: age / DAY_MS,
    postsLastHour: row?.postsLastHour ?? 0,
  }

  function postsOf(notes: Prisma.Sql, replies: Prisma.Sql): Prisma.Sql {
    return Prisma.sql`SELECT a.id FROM annotations a
        WHERE a.group_id = ${groupId}::uuid AND a.author_id = ${personId}::uuid
          AND a.visibility <> 'private' AND ${notes}
      UNION ALL SELECT r.id FROM replies r JOIN threads t ON t.id = r.thread_id
        WHERE t.group_id = ${groupId}::uuid AND r.author_id = ${personId}::uuid AND ${replies}`
  }
}

export type Waiting = {
  readonly groupId: string
  readonly readingId: string
  readonly sectionId: string | null
  readonly threadId: string
  readonly subjectKind: Exclude<SubjectKind, 'claim'>
  readonly subjectId: string
  readonly authorId: string
  readonly why: string
  readonly at: Date
}

/**
 * Takes a post that was just stored from view until it is approved: its author and those who lead the group read it, by the rule for what
 * a decision took from view. It comes into the queue with the reason.
 */
export async function holdPost(tx: Db, { why, ...post }: Waiting): Promise<void> {
  const { at, subjectId, subjectKind } = post
  const itemId = await openItem(tx, { ...post, source: 'held', particulars: { why } })
  const decisionId = newId()
  const { groupId, readingId, threadId, authorId } = post
  await tx.decision.createMany({
    data: {
      ...{ id: decisionId, itemId, groupId, readingId, threadId, authorId },
      ...{ subjectKind, subjectId, kind: 'hold', words: why, decidedAt: at },
    },
  })
  const data = { deletedAt: at, decisionId }
  const where = { id: subjectId }
  if (subjectKind === 'annotation') await tx.annotation.updateMany({ where, data })
  else await tx.reply.updateMany({ where, data })
}
