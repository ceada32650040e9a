// What a note and a reply have in common as rows: words, their edits, reactions.

import { Prisma } from '@/lib/generated/prisma/client'
import { postText } from '@/lib/text/post-schema'
import { bodyFromMarkdown } from './mention'
import { minutesBefore, writtenAt } from './moment'
import type { Edit, Reactions } from './note'
import type { PersonKey } from './people'

type Around = { readonly now: Date; readonly personId: (key: PersonKey) => string }

/** A body in Markdown as the two columns that keep it. */
export function wordsOf(markdown: string, { personId }: Around) {
  const body = bodyFromMarkdown(markdown, personId)
  return { body, bodyText: postText(body) }
}

/** The same for a note, which may be a bare highlight. */
export function bodyOf(markdown: string | undefined, around: Around) {
  return markdown === undefined ? { body: Prisma.DbNull, bodyText: '' } : wordsOf(markdown, around)
}

/** A post that was edited is in its second version. */
export function versionOf(edit: Edit | undefined, { now }: Around) {
  return edit ? { version: 2, editedAt: writtenAt(now, edit.ago) } : {}
}

/** What a post said in its first version. */
export function editRows(made: {
  readonly threadId: string
  readonly postId: string
  readonly edit: Edit | undefined
  readonly sight: Pick<Prisma.PostEditCreateManyInput, 'visibility' | 'groupId'>
  readonly where: Around
}): readonly Prisma.PostEditCreateManyInput[] {
  const { threadId, postId, edit, sight, where } = made
  if (!edit) return []
  const before = bodyOf(edit.before, where)
  const replacedAt = writtenAt(where.now, edit.ago)
  return [{ threadId, postId, version: 1, ...before, ...sight, replacedAt }]
}

/** Reactions to a post, one after the other and never later than now. */
export function reactionRows(made: {
  readonly threadId: string
  readonly postId: string
  readonly ago: number
  readonly reactions: Reactions | undefined
  readonly where: Around
}): readonly Prisma.ReactionCreateManyInput[] {
  const { threadId, postId, ago, reactions = {}, where } = made
  return Object.entries(reactions).flatMap(([emoji, people]) =>
    people.map((key, index) => ({
      threadId,
      postId,
      personId: where.personId(key),
      emoji,
      createdAt: minutesBefore(where.now, ago / (index + 2)),
    })),
  )
}
