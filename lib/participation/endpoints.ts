import 'server-only'
import { on } from '@/lib/api/base'
import { recordView } from './commands/record-view'
import { participationContract } from './contract'
import { presentSheet } from './present'
import { sheetFor } from './queries/sheet'

const os = on(participationContract)

export const participationEndpoints = os.router({
  get: os.get.handler(async ({ input: { id, personId }, context: { actor } }) => {
    const sheet = await sheetFor(actor, id, personId)
    await recordView(actor, { assignmentId: sheet.assignment.id, personId })
    return presentSheet(sheet)
  }),
})
