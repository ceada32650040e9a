import 'server-only'
import { on, requireSignedIn } from '@/lib/api/base'
import type { Actor } from '@/lib/policy/actor'
import { eraseOneself } from './commands/erase'
import { askForExport } from './commands/make-archive'
import { personalDataContract } from './contract'
import { presentExport } from './present'
import { archiveOf, exportFor } from './queries'

const os = on(personalDataContract)

export const personalDataEndpoints = os.router({
  create: os.create.handler(async ({ context }) =>
    presentExport(await askForExport(requireSignedIn(context))),
  ),
  get: os.get.handler(async ({ input, context }) =>
    presentExport(await exportFor(requireSignedIn(context), input.id)),
  ),
  erase: os.erase.handler(({ context }) => eraseOneself(requireSignedIn(context))),
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
