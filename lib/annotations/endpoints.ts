import 'server-only'
import { on, signedIn } from '@/lib/api/base'
import { groupFor } from '@/lib/groups/queries'
import { readingFor } from '@/lib/readings/queries/readings'
import { annotate } from './commands/annotate'
import { editAnnotation } from './commands/edit'
import { anchorAnnotation, resetAnchor } from './commands/place'
import { removeAnnotation, restoreAnnotation } from './commands/remove'
import { annotationContract } from './contract'
import { presentAnnotation } from './present'
import { annotationFor } from './queries/annotations'
import { listAnnotations } from './queries/list-annotations'
import { tagsOfGroup } from './queries/tags-of-group'

const os = on(annotationContract)
const forSignedIn = os.use(signedIn)

export const annotationEndpoints = os.router({
  create: forSignedIn.create.handler(async ({ input, context: { actor } }) =>
    presentAnnotation(actor, await annotate(actor, input)),
  ),
  list: os.list.handler(async ({ input: { id, ...query }, context: { actor } }) => {
    const page = await listAnnotations(actor, await readingFor(actor, id), query)
    return { ...page, items: page.items.map((row) => presentAnnotation(actor, row)) }
  }),
  tags: os.tags.handler(async ({ input: { id, ...query }, context: { actor } }) => ({
    items: [...(await tagsOfGroup(actor, await groupFor(actor, id), query))],
    nextCursor: null,
  })),
  get: os.get.handler(async ({ input, context: { actor } }) =>
    presentAnnotation(actor, await annotationFor(actor, input.id)),
  ),
  edit: forSignedIn.edit.handler(async ({ input: { id, ...change }, context: { actor } }) =>
    presentAnnotation(actor, await editAnnotation(actor, id, change)),
  ),
  remove: forSignedIn.remove.handler(async ({ input, context: { actor } }) =>
    presentAnnotation(actor, await removeAnnotation(actor, input.id)),
  ),
  place: forSignedIn.place.handler(async ({ input, context: { actor } }) =>
    presentAnnotation(actor, await anchorAnnotation(actor, input.id, input.place)),
  ),
  unplace: forSignedIn.unplace.handler(async ({ input, context: { actor } }) =>
    presentAnnotation(actor, await resetAnchor(actor, input.id)),
  ),
  restore: forSignedIn.restore.handler(async ({ input, context: { actor } }) =>
    presentAnnotation(actor, await restoreAnnotation(actor, input.id)),
  ),
})
