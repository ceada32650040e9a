// One demo note with everything that hangs on it, as rows. Pure but for the random part of ids.

import { type Passage, passageOf } from '@/lib/annotations/target'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { Visibility } from '@/lib/policy/facts'
import { idAt, writtenAt } from './moment'
import type { DemoNote, DemoReply } from './note'
import type { PersonKey } from './people'
import { bodyOf, editRows, reactionRows, versionOf, wordsOf } from './post-rows'

/** What the rows of a note need to know of the world around them. */
export type Whereabouts = {
  readonly now: Date
  readonly readingId: string
  readonly groupId: string
  readonly revisionId: string
  readonly text: string
  readonly sections: readonly {
    readonly sectionId: string
    readonly title: string
    readonly start: number
  }[]
  /** How far a note of the group is seen that does not say. */
  readonly visibility: Visibility
  readonly personId: (key: PersonKey) => string
}

/** A post that stands or stood in a thread, for comparing with what people have read. */
export type PostTrace = { readonly id: string; readonly by: PersonKey; readonly at: Date }

export type ThreadRows = {
  readonly thread: Prisma.ThreadCreateManyInput
  readonly annotation: Prisma.AnnotationCreateManyInput
  readonly replies: readonly Prisma.ReplyCreateManyInput[]
  readonly edits: readonly Prisma.PostEditCreateManyInput[]
  readonly reactions: readonly Prisma.ReactionCreateManyInput[]
  /** Posts that were not deleted, the note itself first, then by time. */
  readonly posts: readonly PostTrace[]
}

/** The rows of a note. Throws Invalid when its words are not in the text, or there more than once. */
export function threadRows(note: DemoNote, where: Whereabouts): ThreadRows {
  const at = writtenAt(where.now, note.ago)
  const id = idAt(at)
  const placed = placeReplies(note.replies ?? [], null, where.now)
  const standing = placed.filter(({ reply }) => reply.deletedAgo === undefined)
  const posts = [{ id, by: note.by, at }, ...standing.map(traceOf)].sort(byId)
  const last = posts.at(-1) ?? { id, at }
  const sight = { visibility: note.visibility ?? where.visibility, groupId: where.groupId }
  const everyPost = [{ id, post: note }, ...placed.map(({ id, reply }) => ({ id, post: reply }))]
  return {
    thread: {
      id,
      readingId: where.readingId,
      groupId: where.groupId,
      replyCount: standing.length,
      lastPostId: last.id,
      lastActivityAt: last.at,
      ...resolutionOf(note, where),
    },
    annotation: annotationRow({ id, at, note, where }),
    replies: placed.map((reply) => replyRow(reply, id, where)),
    edits: everyPost.flatMap(({ id: postId, post }) =>
      editRows({ threadId: id, postId, edit: post.edited, sight, where }),
    ),
    reactions: everyPost.flatMap(({ id: postId, post }) =>
      reactionRows({ threadId: id, postId, ago: post.ago, reactions: post.reactions, where }),
    ),
    posts,
  }
}

type PlacedReply = {
  readonly id: string
  readonly parentId: string | null
  readonly at: Date
  readonly reply: DemoReply
}

// Parents before children, so that every parent is there when its children are inserted.
function placeReplies(
  replies: readonly DemoReply[],
  parentId: string | null,
  now: Date,
): readonly PlacedReply[] {
  return replies.flatMap((reply) => {
    const at = writtenAt(now, reply.ago)
    const id = idAt(at)
    return [{ id, parentId, at, reply }, ...placeReplies(reply.replies ?? [], id, now)]
  })
}

function traceOf({ id, at, reply }: PlacedReply): PostTrace {
  return { id, at, by: reply.by }
}

function byId(one: PostTrace, other: PostTrace): number {
  return one.id < other.id ? -1 : 1
}

function resolutionOf({ resolved }: DemoNote, where: Whereabouts) {
  if (!resolved) return {}
  return {
    resolvedAt: writtenAt(where.now, resolved.ago),
    resolvedById: where.personId(resolved.by),
  }
}

function annotationRow(made: {
  readonly id: string
  readonly at: Date
  readonly note: DemoNote
  readonly where: Whereabouts
}): Prisma.AnnotationCreateManyInput {
  const { id, at, note, where } = made
  const place = placeOf(note, where)
  return {
    id,
    readingId: where.readingId,
    groupId: where.groupId,
    authorId: where.personId(note.by),
    kind: note.kind,
    visibility: note.visibility ?? where.visibility,
    revisionId: where.revisionId,
    ...place,
    homeSectionId: place.sectionId,
    ...bodyOf(note.body, where),
    tags: [...(note.tags ?? [])],
    ...versionOf(note.edited, where),
    createdAt: at,
  }
}

type Place = { readonly sectionId: string | null } & Partial<Passage>

function placeOf({ target }: DemoNote, { text, sections }: Whereabouts): Place {
  if (target.on === 'reading') return { sectionId: null }
  if (target.on === 'section') {
    const section = sections.find(({ title }) => title === target.title)
    if (!section) throw new Error(`No section is called ${target.title}.`)
    return { sectionId: section.sectionId }
  }
  const { exact, prefix, suffix } = target
  const passage = passageOf(text, { exact, prefix, suffix })
  const section = sections.findLast(({ start }) => start <= passage.start)
  return { sectionId: section?.sectionId ?? null, ...passage }
}

function replyRow(
  { id, parentId, at, reply }: PlacedReply,
  threadId: string,
  where: Whereabouts,
): Prisma.ReplyCreateManyInput {
  const deletion =
    reply.deletedAgo === undefined
      ? {}
      : {
          deletedAt: writtenAt(where.now, reply.deletedAgo),
          deletedById: where.personId(reply.by),
        }
  return {
    id,
    threadId,
    parentId,
    authorId: where.personId(reply.by),
    ...wordsOf(reply.body, where),
    ...versionOf(reply.edited, where),
    ...deletion,
    createdAt: at,
  }
}
