// What annotations and replies show alike.

import type { BodyShape, DeletionShape, ModerationShape } from './contract/posts'

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

type Moderated = {
  readonly decisionId: string | null
  readonly moderation: Omit<ModerationShape, 'decisionId'> | null
}

/** What was decided of a post that was taken from view, for who reads it all the same. */
export function presentModeration({ decisionId, moderation }: Moderated): ModerationShape | null {
  return decisionId === null || moderation === null ? null : { decisionId, ...moderation }
}
