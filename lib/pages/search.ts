import 'server-only'
import { PublicError } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'
import type { FoundShape, SavedSearchShape } from '@/lib/search/contract'
import { presentFound, presentSaved } from '@/lib/search/present'
import { savedSearches } from '@/lib/search/queries/saved'
import { searchFor } from '@/lib/search/queries/search-for'
import { parseQuery, type SearchQuery } from '@/lib/search/query'

type Params = Readonly<Record<string, string | string[] | undefined>>

type LoadedSearch = {
  readonly address: {
    readonly q: string
    readonly in: string | undefined
    readonly sort: 'best' | 'newest' | undefined
    readonly cursor: string | undefined
  }
  readonly query: SearchQuery
  /** Why there is no answer, in words for whoever asked. */
  readonly problem: string | null
  /** Null while nothing was asked, or where there is a problem. */
  readonly page: {
    readonly items: readonly FoundShape[]
    readonly nextCursor: string | null
    readonly isApproximate: boolean
  } | null
}

const LIMIT = 30
const TYPED_MAXIMUM = 500

/** The page of a search as its address says, and the searches that its reader keeps. */
export async function loadSearch(
  actor: Actor,
  params: Params,
): Promise<LoadedSearch & { readonly saved: readonly SavedSearchShape[] | null }> {
  const [found, rows] = await Promise.all([
    loadFound(actor, params),
    actor.kind === 'anonymous' ? null : savedSearches(actor),
  ])
  return { ...found, saved: rows?.map(presentSaved) ?? null }
}

async function loadFound(actor: Actor, params: Params): Promise<LoadedSearch> {
  const address = {
    q: (oneOf(params.q) ?? '').slice(0, TYPED_MAXIMUM),
    in: oneOf(params.in),
    sort: oneOf(params.sort) === 'newest' ? ('newest' as const) : undefined,
    cursor: oneOf(params.cursor),
  }
  const query = parseQuery(address.q)
  if (address.q.trim() === '') return { address, query, problem: null, page: null }
  try {
    const { rows, nextCursor, isApproximate } = await searchFor(actor, { ...address, limit: LIMIT })
    const items = rows.map((row) => presentFound(row, query))
    return { address, query, problem: null, page: { items, nextCursor, isApproximate } }
  } catch (error) {
    if (!(error instanceof PublicError)) throw error
    return { address, query, problem: error.message, page: null }
  }
}

function oneOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}
