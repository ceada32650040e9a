import 'server-only'
import { now } from '@/lib/clock'
import { groupFor } from '@/lib/groups/queries'
import { ITEM_STATES, type ItemShape } from '@/lib/moderation/contract/review'
import { presentItem } from '@/lib/moderation/present'
import { COUNTED_TO, queueOf } from '@/lib/moderation/queries/items'
import { leadersOf } from '@/lib/moderation/queries/leaders'
import { houseRulesOf } from '@/lib/moderation/queries/log'
import { SOURCES, type Source } from '@/lib/moderation/reason'
import type { SignedIn } from '@/lib/policy/actor'
import { only } from './found'

type Params = Readonly<Record<string, string | string[] | undefined>>

export type DeskAddress = {
  readonly source: Source | undefined
  readonly state: (typeof ITEM_STATES)[number]
  readonly isMine: boolean
}

export type DeskPage = {
  readonly items: readonly ItemShape[]
  readonly nextCursor: string | null
  readonly counts: readonly { readonly source: Source; readonly count: number }[]
  readonly countedTo: number
}

const LIMIT = 50

/** The first page of a group's queue, as its address says. Throws NotFound, or Forbidden for who does not lead the group. */
export async function loadDesk(actor: SignedIn, slug: string, params: Params) {
  const group = await groupFor(actor, slug)
  const address: DeskAddress = {
    source: SOURCES.find((source) => source === only(params.source)),
    state: ITEM_STATES.find((state) => state === only(params.state)) ?? 'open',
    isMine: only(params.mine) !== undefined,
  }
  const at = now()
  const { source, state } = address
  const assigneeId = address.isMine ? actor.personId : undefined
  const page = await queueOf(actor, { id: group.id, source, state, assigneeId, limit: LIMIT }, at)
  const [rules, leaders] = await Promise.all([houseRulesOf(group), leadersOf(group.id)])
  const first: DeskPage = {
    items: page.items.map((found) => presentItem(actor, found, at)),
    nextCursor: page.nextCursor,
    counts: page.counts,
    countedTo: COUNTED_TO,
  }
  return {
    group: { id: group.id, name: group.name, slug: group.slug },
    address,
    first,
    rules,
    leaders,
  }
}
