import 'server-only'
import { on, signedIn } from '@/lib/api/base'
import type { Actor } from '@/lib/policy/actor'
import { eraseOneself } from './commands/erase'
import { askForExport } from './commands/make-archive'
import { personalDataContract } from './contract'
import { presentExport } from './present'
import { archiveOf, exportFor } from './queries'

const os = on(personalDataContract)
const forSignedIn = os.use(signedIn)

export const personalDataEndpoints = os.router({
  create: forSignedIn.create.handler(async ({ context: { actor } }) =>
    presentExport(await askForExport(actor)),
  ),
  get: forSignedIn.get.handler(async ({ input, context: { actor } }) =>
    presentExport(await exportFor(actor, input.id)),
  ),
  erase: forSignedIn.erase.handler(({ context: { actor } }) => eraseOneself(actor)),
})

/** An archive as a file to keep. Throws NotFound while there is none. */
export async function archiveResponse(actor: Actor, id: string): Promise<Response> {
  const bytes = await archiveOf(actor, id)
  return new Response(bytes, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="colloquy-export.zip"',
      'cache-control': 'private, no-store',
    },
  })
}
