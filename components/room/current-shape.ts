import * as z from 'zod'
import { bodyShape } from '@/lib/threads/contract/posts'

/** What a problem says that the server has now. */
export const currentShape = z.object({
  current: z.object({ version: z.number(), body: bodyShape.nullable() }),
})
