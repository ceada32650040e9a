import 'server-only'
import { on, signedIn } from '@/lib/api/base'
import { forgetSearch, saveSearch, watchSearch } from './commands/save-search'
import { searchContract } from './contract'
import { presentFound, presentSaved } from './present'
import { savedSearches } from './queries/saved'
import { searchFor } from './queries/search-for'

const os = on(searchContract)
const forSignedIn = os.use(signedIn)

export const searchEndpoints = os.router({
  find: os.find.handler(async ({ input, context: { actor } }) => {
    const { query, rows, nextCursor, isApproximate } = await searchFor(actor, input)
    return { items: rows.map((row) => presentFound(row, query)), nextCursor, isApproximate }
  }),
  saved: forSignedIn.saved.handler(async ({ context: { actor } }) => {
    const rows = await savedSearches(actor)
    return { items: rows.map(presentSaved), nextCursor: null }
  }),
  save: forSignedIn.save.handler(async ({ input, context: { actor } }) =>
    presentSaved(await saveSearch(actor, input)),
  ),
  forget: forSignedIn.forget.handler(({ input, context: { actor } }) =>
    forgetSearch(actor, input.id),
  ),
  watch: forSignedIn.watch.handler(({ input, context: { actor } }) =>
    watchSearch(actor, input.id, true),
  ),
  unwatch: forSignedIn.unwatch.handler(({ input, context: { actor } }) =>
    watchSearch(actor, input.id, false),
  ),
})
