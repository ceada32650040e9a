import 'server-only'
import { on, signedIn } from '@/lib/api/base'
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
const forSignedIn = os.use(signedIn)

export const importEndpoints = os.router({
  create: forSignedIn.create.handler(async ({ input, context: { actor } }) =>
    presentImport(await importAddress(actor, input.address)),
  ),
  list: forSignedIn.list.handler(async ({ input, context: { actor } }) => {
    const page = await listImports(actor, input)
    return { ...page, items: page.items.map(presentImport) }
  }),
  get: forSignedIn.get.handler(async ({ input, context: { actor } }) =>
    presentImport(await importFor(actor, input.id)),
  ),
  chooseEncoding: forSignedIn.chooseEncoding.handler(async ({ input, context: { actor } }) =>
    presentImport(await chooseEncoding(actor, input)),
  ),
  cancel: forSignedIn.cancel.handler(({ input, context: { actor } }) =>
    cancelImport(actor, input.id),
  ),
})

async function takeFile(actor: SignedIn, { bytes, query, mediaType }: Upload) {
  const row = await importFile(actor, { name: query.get('name') ?? '', mediaType, bytes })
  return { status: 201, body: presentImport(row) }
}

/** `POST /imports/files?name=…`: a file as its bytes. */
export const fileUpload = uploadHandler({ most: FILE_MAXIMUM, run: takeFile })
