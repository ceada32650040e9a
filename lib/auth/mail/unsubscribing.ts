import 'server-only'
import * as z from 'zod'
import { seal, unseal } from '@/lib/auth/seal'

// The link in a letter by which whoever has the letter can stop letters of its kind, without signing in.

const shape = z.object({ personId: z.string(), kind: z.enum(['at-once', 'digest']) })

/** Who does not want what kind of letter any more. */
export type Unsubscribing = z.infer<typeof shape>

/** The path of the link. */
export function unsubscribePath(asked: Unsubscribing): string {
  return `/api/unsubscribe?token=${seal(JSON.stringify(asked))}`
}

/** What a token of such a link says; null for one that this server did not make. */
export function unsubscribing(token: string): Unsubscribing | null {
  try {
    return shape.safeParse(JSON.parse(unseal(token))).data ?? null
  } catch {
    return null
  }
}
