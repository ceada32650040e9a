import 'server-only'
import { on, signedIn } from '@/lib/api/base'
import { can } from '@/lib/policy/rules'
import { readingFor } from '@/lib/readings/queries/readings'
import { revisionDoc, revisionText } from '@/lib/readings/queries/revisions'
import { discardDraft, keepDraft } from './commands/keep-draft'
import { publishRevision } from './commands/publish'
import { revisionContract } from './contract'
import { presentDraft, presentRevision } from './present'
import { draftFor } from './queries/drafts'
import { previewOf } from './queries/preview'
import { listRevisions, revisionNumbered } from './queries/revisions'

const os = on(revisionContract)
const forSignedIn = os.use(signedIn)

export const revisionEndpoints = os.router({
  publish: forSignedIn.publish.handler(async ({ input, context: { actor } }) =>
    presentRevision(await publishRevision(actor, input), true),
  ),
  preview: forSignedIn.preview.handler(({ input, context: { actor } }) => previewOf(actor, input)),
  list: os.list.handler(async ({ input, context: { actor } }) => {
    const reading = await readingFor(actor, input.id)
    const page = await listRevisions(reading, input)
    const mayEdit = can(actor, 'reading.edit', reading)
    return { ...page, items: page.items.map((row) => presentRevision(row, mayEdit)) }
  }),
  get: os.get.handler(async ({ input, context: { actor } }) => {
    const reading = await readingFor(actor, input.id)
    const row = await revisionNumbered(reading, input.number)
    return presentRevision(row, can(actor, 'reading.edit', reading))
  }),
  getText: os.getText.handler(async ({ input, context: { actor } }) => {
    const { id } = await revisionNumbered(await readingFor(actor, input.id), input.number)
    const { text } = await revisionText(id)
    return { revisionId: id, text, doc: await revisionDoc(id) }
  }),
  getDraft: forSignedIn.getDraft.handler(async ({ input, context: { actor } }) => {
    const draft = await draftFor(actor, input.id)
    return { draft: draft && presentDraft(draft) }
  }),
  keepDraft: forSignedIn.keepDraft.handler(async ({ input, context: { actor } }) =>
    presentDraft(await keepDraft(actor, input)),
  ),
  discardDraft: forSignedIn.discardDraft.handler(({ input, context: { actor } }) =>
    discardDraft(actor, input.id),
  ),
})
