import 'server-only'
import type { AnyActor } from '@/lib/policy/actor'
import { SEARCH_KINDS, type SearchInput } from '@/lib/search/contract'
import { parseQuery, type SearchQuery } from '@/lib/search/query'
import { type FoundRow, findAlike, findEverywhere } from './find'

export type SearchPage = {
  readonly query: SearchQuery
  readonly rows: readonly FoundRow[]
  readonly nextCursor: string | null
  /** Nothing was found as it was written; these are like it. */
  readonly isApproximate: boolean
}

/** A page of what is found for what was typed; of what is like it when nothing is. Throws Invalid for a date that is none. */
export async function searchFor(actor: AnyActor, input: SearchInput): Promise<SearchPage> {
  const { cursor, limit, sort = 'best' } = input
  const query = parseQuery(input.q)
  const named = (input.in ?? '').split(',')
  const kinds = SEARCH_KINDS.filter((kind) => named.includes(kind))
  const search = { query, kinds, sort, limit, cursor }
  const page = await findEverywhere(actor, search)
  const isEmpty = page.items.length === 0 && cursor === undefined
  const alike = isEmpty ? await findAlike(actor, search) : []
  return {
    query,
    rows: [...page.items, ...alike],
    nextCursor: page.nextCursor,
    isApproximate: alike.length > 0,
  }
}
