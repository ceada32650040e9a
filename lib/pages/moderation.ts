import 'server-only'
import { now } from '@/lib/clock'
import { groupFor } from '@/lib/groups/queries'
import { presentDecision, presentEntry } from '@/lib/moderation/present'
import { decisionFor, groupNameOf } from '@/lib/moderation/queries/decisions'
import { houseRulesOf, logOf } from '@/lib/moderation/queries/log'
import type { Actor, SignedIn } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'

/** A decision with the group that it was made in. Throws NotFound. */
export async function loadDecision(actor: SignedIn, id: string) {
  const row = await decisionFor(actor, id)
  const group = await groupNameOf(row.groupId)
  return { decision: presentDecision(actor, row, now()), group }
}

const LINES = 50

/** A page of a group's log. Throws NotFound, or Forbidden for whom the group does not show it. */
export async function loadLog(actor: Actor, slug: string, cursor: string | undefined) {
  const group = await groupFor(actor, slug)
  const page = await logOf(actor, group.id, { cursor, limit: LINES })
  return {
    group: { name: group.name, slug: group.slug, id: group.id },
    lines: page.items.map((row) => presentEntry(actor, row)),
    nextCursor: page.nextCursor,
  }
}

/** The rules of a group, and whether the actor may change them. Throws NotFound. */
export async function loadRules(actor: Actor, slug: string) {
  const group = await groupFor(actor, slug)
  const rules = await houseRulesOf(group)
  return {
    group: { id: group.id, name: group.name, slug: group.slug },
    rules,
    mayChange: can(actor, 'group.edit', group),
  }
}
