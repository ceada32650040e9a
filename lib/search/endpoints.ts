import 'server-only'
import { on, requireSignedIn } from '@/lib/api/base'
import { forgetSearch, saveSearch, watchSearch } from './commands/save-search'
import { searchContract } from './contract'
import { presentFound, presentSaved } from './present'
import { savedSearches } from './queries/saved'
import { searchFor } from './queries/search-for'

const os = on(searchContract)

export const searchEndpoints = os.router({
  find: os.find.handler(async ({ input, context: { actor } }) => {
    const { query, rows, nextCursor, isApproximate } = await searchFor(actor, input)
    return { items: rows.map((row) => presentFound(row, query)), nextCursor, isApproximate }
  }),
  saved: os.saved.handler(async ({ context }) => {
    const rows = await savedSearches(requireSignedIn(context))
    return { items: rows.map(presentSaved), nextCursor: null }
  }),
  save: os.save.handler(async ({ input, context }) =>
    presentSaved(await saveSearch(requireSignedIn(context), input)),
  ),
  forget: os.forget.handler(({ input, context }) =>
    forgetSearch(requireSignedIn(context), input.id),
  ),
  watch: os.watch.handler(({ input, context }) =>
    watchSearch(requireSignedIn(context), input.id, true),
  ),
  unwatch: os.unwatch.handler(({ input, context }) =>
    watchSearch(requireSignedIn(context), input.id, false),
  ),
})
