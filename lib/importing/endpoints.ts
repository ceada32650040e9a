import 'server-only'
import { on, requireSignedIn } from '@/lib/api/base'
import { type Upload, uploadHandler } from '@/lib/api/upload'
import type { SignedIn } from '@/lib/policy/actor'
import { importAddress, importFile } from './commands/begin-import'
import { cancelImport } from './commands/cancel-import'
import { chooseEncoding } from './commands/choose-encoding'
import { importContract } from './contract'
import { FILE_MAXIMUM } from './import'
import { presentImport } from './present'
import { importFor, listImports } from './queries'

const os = on(importContract)

export const importEndpoints = os.router({
  create: os.create.handler(async ({ input, context }) =>
    presentImport(await importAddress(requireSignedIn(context), input.address)),
  ),
  list: os.list.handler(async ({ input, context }) => {
    const page = await listImports(requireSignedIn(context), input)
    return { ...page, items: page.items.map(presentImport) }
  }),
  get: os.get.handler(async ({ input, context }) =>
    presentImport(await importFor(requireSignedIn(context), input.id)),
  ),
  chooseEncoding: os.chooseEncoding.handler(async ({ input, context }) =>
    presentImport(await chooseEncoding(requireSignedIn(context), input)),
  ),
  cancel: os.cancel.handler(({ input, context }) =>
    cancelImport(requireSignedIn(context), input.id),
  ),
})

async function takeFile(actor: SignedIn, { bytes, query, mediaType }: Upload) {
  const row = await importFile(actor, { name: query.get('name') ?? '', mediaType, bytes })
  return { status: 201, body: presentImport(row) }
}

/** `POST /imports/files?name=…`: a file as its bytes. */
export const fileUpload = uploadHandler({ most: FILE_MAXIMUM, run: takeFile })
