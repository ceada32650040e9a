// What an open debate knows at a moment, as plain data, and how news change it. Pure.

import type { Relation } from '@/lib/debates/claim'
import type { DebateShape } from '@/lib/debates/contract/debates'
import type { ClaimShape, DebateNews } from '@/lib/debates/contract/shapes'

/** A claim in one place: it may hang in several. */
export type PlaceKey = string

export type ClaimList = {
  readonly keys: readonly PlaceKey[]
  /** New ones by others, held back so that nothing moves under the reader's eyes. */
  readonly held: readonly PlaceKey[]
  readonly nextCursor: string | null
  readonly status: 'ready' | 'loading' | 'failed'
}

/** What is asked about a claim in a window above the page. */
export type Asked = {
  readonly about: ClaimShape
  readonly how: 'move' | 'link' | 'merge' | 'split' | 'forecast'
}

export type DebateState = {
  readonly debate: DebateShape
  readonly claims: ReadonlyMap<PlaceKey, ClaimShape>
  readonly lists: ReadonlyMap<string, ClaimList>
  /** Kept here and not with the claim: that may be moved while it is asked. */
  readonly asked: Asked | null
  /** The way from the thesis to the claim that was asked for by its address: the last of them is marked. */
  readonly marked: readonly PlaceKey[]
  /** The form, by `formKey`, that a draft was opened in again. */
  readonly writing: string | null
}

/** Where a claim is written: below which, and in which relation if that is decided already. */
export function formKey(parentId: string, relation: Relation | null): string {
  return `${parentId}.${relation ?? ''}`
}

export function keyOf({ id, place }: ClaimShape): PlaceKey {
  return place?.linkId ?? id
}

/** The list of what hangs on a claim in one way or in any. */
export function listKey(parentId: string, relation: Relation | 'any'): string {
  return `${parentId}/${relation}`
}

/** The state that the first screen of a debate makes; what else was loaded of it stays. */
export function stateFrom(debate: DebateShape, before?: DebateState): DebateState {
  const shown = [
    ...debate.theses,
    ...debate.columns.flatMap(({ items }) => items),
    ...debate.answers,
  ]
  const lists = new Map(before?.lists)
  const { thesisId } = debate
  if (thesisId !== null) {
    for (const { relation, items, nextCursor } of debate.columns) {
      const list = { keys: items.map(keyOf), held: [], nextCursor, status: 'ready' as const }
      lists.set(listKey(thesisId, relation), list)
    }
  }
  const claims = withClaims(before?.claims ?? new Map(), shown)
  const { asked = null, marked = [], writing = null } = before ?? {}
  return { debate, claims, lists, asked, marked, writing }
}

/** The claims with some as they are now. */
export function withClaims(
  claims: DebateState['claims'],
  newer: readonly ClaimShape[],
): ReadonlyMap<PlaceKey, ClaimShape> {
  const next = new Map(claims)
  for (const claim of newer) {
    next.set(keyOf(claim), claim)
    // The same claim in its other places: all but the place is the same.
    for (const [key, known] of next) {
      if (known.id === claim.id && key !== keyOf(claim))
        next.set(key, { ...claim, place: known.place })
    }
  }
  return next
}

/** The claim under this id, in whatever place. */
export function claimNamed({ claims }: DebateState, id: string): ClaimShape | undefined {
  return claims.get(id) ?? [...claims.values()].find((claim) => claim.id === id)
}

/** The way from the thesis down to a claim, itself the last; none to a thesis. O(depth × claims). */
export function wayTo(state: DebateState, id: string): readonly PlaceKey[] {
  const way: PlaceKey[] = []
  for (let claim = claimNamed(state, id); claim?.place; ) {
    // A claim may hang below itself by another way.
    if (way.includes(keyOf(claim))) break
    way.unshift(keyOf(claim))
    claim = claimNamed(state, claim.place.parentId)
  }
  return way
}

/** The lists with a claim put into those it belongs to; at their end, or held back when others wrote it. */
export function withListed(
  lists: DebateState['lists'],
  claim: ClaimShape,
  as: 'shown' | 'held',
): DebateState['lists'] {
  const { place } = claim
  if (!place) return lists
  const next = new Map(lists)
  for (const name of [listKey(place.parentId, place.relation), listKey(place.parentId, 'any')]) {
    const list = next.get(name)
    if (!list || [...list.keys, ...list.held].includes(place.linkId)) continue
    if (as === 'shown') next.set(name, { ...list, keys: [...list.keys, place.linkId] })
    else next.set(name, { ...list, held: [...list.held, place.linkId] })
  }
  return next
}

/** The state after news, and the claims whose counts must be asked for anew. */
export function afterNews(
  state: DebateState,
  news: DebateNews,
  me: string | null,
): { readonly state: DebateState; readonly ask: readonly string[] } {
  const [first] = news.claims
  if (!first) return { state: { ...state, debate: { ...state.debate, bar: news.bar } }, ask: [] }
  const before = [...state.claims].filter(([, { id }]) => id === first.id)
  const elsewhere = new Map([...state.claims].filter(([, { id }]) => id !== first.id))
  const claims = withClaims(elsewhere, news.claims)
  const lists = listsAfter(state, news, me)
  const parents = [...before.map(([, claim]) => claim), ...news.claims].flatMap(
    ({ place }) => place?.parentId ?? [],
  )
  const debate = {
    ...state.debate,
    bar: news.bar,
    theses: thesesAfter(state.debate.theses, claims, first),
    stances:
      first.id === state.debate.thesisId
        ? (news.stances ?? state.debate.stances)
        : state.debate.stances,
  }
  const isCounted = before[0]?.[1].withdrawn === first.withdrawn && !first.archived
  const isKnown =
    isCounted &&
    sameKeys(
      before.map(([key]) => key),
      news.claims.map(keyOf),
    )
  return { state: { ...state, debate, claims, lists }, ask: isKnown ? [] : [...new Set(parents)] }
}

function sameKeys(some: readonly PlaceKey[], others: readonly PlaceKey[]): boolean {
  return some.length === others.length && some.every((key) => others.includes(key))
}

function listsAfter(
  { lists, claims: before }: DebateState,
  { claims }: DebateNews,
  me: string | null,
): DebateState['lists'] {
  const stands = claims.filter(({ archived }) => !archived)
  const here = new Set(stands.map(keyOf))
  const left = new Set(
    [...before]
      .filter(([key, { id }]) => id === claims[0]?.id && !here.has(key))
      .map(([key]) => key),
  )
  const kept = new Map(
    [...lists].map(([name, list]) => [name, left.size > 0 ? without(list, left) : list]),
  )
  return stands.reduce<DebateState['lists']>(
    (next, claim) => withListed(next, claim, claim.author?.id === me ? 'shown' : 'held'),
    kept,
  )
}

function without(list: ClaimList, left: ReadonlySet<PlaceKey>): ClaimList {
  const stays = (key: PlaceKey) => !left.has(key)
  return { ...list, keys: list.keys.filter(stays), held: list.held.filter(stays) }
}

function thesesAfter(
  theses: readonly ClaimShape[],
  claims: DebateState['claims'],
  news: ClaimShape,
): ClaimShape[] {
  const known = theses.map(({ id }) => claims.get(id)).flatMap((claim) => claim ?? [])
  const fresh = news.kind === 'thesis' && !known.some(({ id }) => id === news.id)
  return (fresh ? [...known, news] : known).filter(
    ({ archived, withdrawn }) => !archived && !withdrawn,
  )
}
