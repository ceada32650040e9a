import { oc } from '@orpc/contract'
import * as z from 'zod'
import { idShape, momentShape, pageOf, pageQuery } from '@/lib/api/shapes'
import { ENCODINGS } from './encoding'

export const metadataShape = z.object({
  title: z.string(),
  authors: z.array(z.string()),
  dated: z.string(),
  sourceUrl: z.string(),
  licence: z.string(),
  language: z.string(),
})

export const partShape = z.object({ title: z.string(), from: z.number(), to: z.number() })

export const reportShape = z.object({
  counts: z.object({
    words: z.number(),
    sections: z.number(),
    paragraphs: z.number(),
    lists: z.number(),
    quotes: z.number(),
    tables: z.number(),
    code: z.number(),
    pictures: z.number(),
    footnotes: z.number(),
    formulas: z.number(),
    links: z.number(),
  }),
  /** What was left out, by kind. */
  dropped: z.record(z.string(), z.number()),
  /** In which encoding a text was read that does not say it itself, guessed or chosen, and a few words that depend on it. */
  guess: z.object({ encoding: z.string(), sample: z.string() }).optional(),
})
export type ImportReport = z.infer<typeof reportShape>

export const importShape = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string().nullable(),
  size: z.number(),
  createdAt: momentShape,
  state: z.enum(['waiting', 'running', 'cancelled', 'failed', 'ready', 'saved']),
  progress: z.object({
    phase: z.enum(['fetching', 'reading', 'pictures', 'building']).nullable(),
    done: z.number(),
    total: z.number().nullable(),
  }),
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  form: z.string().nullable(),
  metadata: metadataShape.nullable(),
  parts: z.array(partShape),
  report: reportShape.nullable(),
  /** The first reading that was made of it. */
  reading: z.object({ id: z.string(), slug: z.string() }).nullable(),
})
export type ImportShape = z.infer<typeof importShape>

const byId = z.strictObject({ id: idShape })
const tags = ['Imports']

export const importContract = {
  create: oc
    .route({
      method: 'POST',
      path: '/imports',
      successStatus: 201,
      summary: 'Bring a text in from an address on the public web',
      tags,
    })
    .input(z.strictObject({ address: z.string().trim().min(1).max(2_000) }))
    .output(importShape),
  list: oc
    .route({ method: 'GET', path: '/imports', summary: 'The texts that you bring in', tags })
    .input(z.strictObject(pageQuery))
    .output(pageOf(importShape)),
  get: oc
    .route({
      method: 'GET',
      path: '/imports/{id}',
      summary: 'How far a text is read and, when it is, what was understood and left out',
      tags,
    })
    .input(byId)
    .output(importShape),
  chooseEncoding: oc
    .route({
      method: 'PUT',
      path: '/imports/{id}/encoding',
      summary: 'Read a text anew in another encoding than the one that was guessed',
      tags,
    })
    .input(z.strictObject({ id: idShape, encoding: z.enum(ENCODINGS) }))
    .output(importShape),
  cancel: oc
    .route({
      method: 'DELETE',
      path: '/imports/{id}',
      successStatus: 204,
      summary: 'Stop reading a text, or drop what was read; nothing of it stays',
      tags,
    })
    .input(byId),
}
