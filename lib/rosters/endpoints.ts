import 'server-only'
import { on, signedIn } from '@/lib/api/base'
import { now } from '@/lib/clock'
import { addRoster, previewRoster } from '@/lib/groups/commands/add-roster'
import { undoRoster } from '@/lib/groups/commands/undo-roster'
import { rosterContract } from './contract'
import { presentPlace, presentPreview, presentRoster } from './present'
import { placesOf, rostersOf } from './queries'

const os = on(rosterContract)
const forSignedIn = os.use(signedIn)

export const rosterEndpoints = os.router({
  preview: forSignedIn.preview.handler(async ({ input, context: { actor } }) => {
    const { plan, faults } = await previewRoster(actor, input)
    return presentPreview(plan, faults)
  }),
  add: forSignedIn.add.handler(async ({ input, context: { actor } }) =>
    presentRoster(await addRoster(actor, input)),
  ),
  list: os.list.handler(async ({ input, context: { actor } }) => {
    const page = await rostersOf(actor, input)
    return { ...page, items: page.items.map(presentRoster) }
  }),
  places: os.places.handler(async ({ input, context: { actor } }) => {
    const page = await placesOf(actor, input)
    const at = now()
    return { ...page, items: page.items.map((row) => presentPlace(row, at)) }
  }),
  undo: forSignedIn.undo.handler(async ({ input: { id, rosterId }, context: { actor } }) =>
    presentRoster(await undoRoster(actor, { id, rosterId })),
  ),
})
