import 'server-only'
import { on } from '@/lib/api/base'
import { participationContract } from './contract'
import { presentSheet } from './present'
import { sheetFor } from './queries/sheet'

const os = on(participationContract)

export const participationEndpoints = os.router({
  get: os.get.handler(async ({ input: { id, personId }, context: { actor } }) =>
    presentSheet(await sheetFor(actor, id, personId)),
  ),
})
