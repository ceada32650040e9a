import 'server-only'
import { on } from '@/lib/api/base'
import { searchContract } from './contract'
import { presentFound } from './present'
import { searchFor } from './queries/search-for'

const os = on(searchContract)

export const searchEndpoints = os.router({
  find: os.find.handler(async ({ input, context: { actor } }) => {
    const { query, rows, nextCursor, isApproximate } = await searchFor(actor, input)
    return { items: rows.map((row) => presentFound(row, query)), nextCursor, isApproximate }
  }),
})
