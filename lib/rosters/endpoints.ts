import 'server-only'
import { on, requireSignedIn } from '@/lib/api/base'
import { now } from '@/lib/clock'
import { addRoster, previewRoster } from '@/lib/groups/commands/add-roster'
import { undoRoster } from '@/lib/groups/commands/undo-roster'
import { rosterContract } from './contract'
import { presentPlace, presentPreview, presentRoster } from './present'
import { placesOf, rostersOf } from './queries'

const os = on(rosterContract)

export const rosterEndpoints = os.router({
  preview: os.preview.handler(async ({ input, context }) => {
    const { plan, faults } = await previewRoster(requireSignedIn(context), input)
    return presentPreview(plan, faults)
  }),
  add: os.add.handler(async ({ input, context }) =>
    presentRoster(await addRoster(requireSignedIn(context), input)),
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
  undo: os.undo.handler(async ({ input: { id, rosterId }, context }) =>
    presentRoster(await undoRoster(requireSignedIn(context), { id, rosterId })),
  ),
})
