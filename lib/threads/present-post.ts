// What annotations and replies show alike.

import type { BodyShape, DeletionShape } from './contract/posts'

type Worded = { readonly body: unknown; readonly bodyText: string }

/** A stored body as it is given: null for a bare highlight. */
export function presentBody({ body, bodyText }: Worded): BodyShape | null {
  return isRecord(body) ? { format: 'tiptap', value: body, text: bodyText } : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

type Deletable = {
  readonly authorId: string
  readonly deletedAt: Date | null
  readonly deletedById: string | null
}

/** Who deleted a post, in the two words that readers are told; null while it stands. */
export function presentDeletion({
  authorId,
  deletedAt,
  deletedById,
}: Deletable): DeletionShape | null {
  if (deletedAt === null) return null
  return { by: deletedById === authorId ? 'author' : 'moderator', at: deletedAt.toISOString() }
}
