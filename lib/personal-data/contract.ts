import { oc } from '@orpc/contract'
import * as z from 'zod'
import { countInput, idShape, momentShape } from '@/lib/api/shapes'

const tags = ['People']

export const exportShape = z.object({
  id: z.string(),
  createdAt: momentShape,
  /** How many kinds of thing are in it already, and of how many; null before it was begun. */
  done: countInput,
  total: countInput.nullable(),
  readyAt: momentShape.nullable(),
  /** In bytes, once it is ready: `GET /me/exports/{id}/archive`. */
  size: countInput,
})
export type ExportShape = z.infer<typeof exportShape>

export const personalDataContract = {
  create: oc
    .route({
      method: 'POST',
      path: '/me/exports',
      successStatus: 202,
      summary: 'Ask for everything of yours as one archive (ZIP of JSON and HTML)',
      tags,
    })
    .input(z.strictObject({}))
    .output(exportShape),
  get: oc
    .route({ method: 'GET', path: '/me/exports/{id}', summary: 'How far it is', tags })
    .input(z.strictObject({ id: idShape }))
    .output(exportShape),
  erase: oc.route({
    method: 'DELETE',
    path: '/me',
    successStatus: 204,
    summary:
      'Erase yourself: your name, your address and your words go, conversations keep their shape',
    tags,
  }),
}
