import 'server-only'
import { on } from '@/lib/api/base'
import { SEARCH_KINDS, searchContract } from './contract'
import { presentFound } from './present'
import { find, findAlike } from './queries/find'
import { parseQuery } from './query'

const os = on(searchContract)

export const searchEndpoints = os.router({
  find: os.find.handler(async ({ input, context: { actor } }) => {
    const { cursor, limit, sort = 'best' } = input
    const query = parseQuery(input.q)
    const named = (input.in ?? '').split(',')
    const kinds = SEARCH_KINDS.filter((kind) => named.includes(kind))
    const search = { query, kinds, sort, limit, cursor }
    const page = await find(actor, search)
    const isApproximate = page.items.length === 0 && cursor === undefined
    const alike = isApproximate ? await findAlike(actor, search) : []
    return {
      items: [...page.items, ...alike].map((row) => presentFound(row, query)),
      nextCursor: page.nextCursor,
      isApproximate: alike.length > 0,
    }
  }),
})
