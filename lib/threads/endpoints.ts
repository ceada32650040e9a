import 'server-only'
import { threadFacts } from '@/lib/annotations/annotation'
import { annotationFor } from '@/lib/annotations/queries/annotations'
import type { AnnotationRow } from '@/lib/annotations/queries/rows'
import { on, requireSignedIn } from '@/lib/api/base'
import type { Actor } from '@/lib/policy/actor'
import type { VersionFacts } from '@/lib/policy/facts'
import { editReply } from './commands/edit-reply'
import { reactToAnnotation, reactToReply } from './commands/react'
import { readAll, readThread } from './commands/read'
import { removeReply, restoreReply } from './commands/remove-reply'
import { reply } from './commands/reply'
import { reopen, resolve } from './commands/resolve'
import { threadContract } from './contract/threads'
import { presentReply } from './present'
import { presentBody } from './present-post'
import { editsFor, listReplies, replyFor } from './queries/replies'
import { subjectFor } from './queries/subjects'

const os = on(threadContract)

async function presentEdits(actor: Actor, post: VersionFacts & { readonly id: string }) {
  const items = (await editsFor(actor, post)).map((edit) => ({
    version: edit.version,
    body: presentBody(edit),
    replacedAt: edit.replacedAt.toISOString(),
  }))
  return { items, nextCursor: null }
}

// A note is the first post of its own conversation, and was never written in a debate.
function firstPost(row: AnnotationRow) {
  return { id: row.id, authorId: row.authorId, inDebate: false, thread: threadFacts(row) }
}

export const threadEndpoints = os.router({
  reply: os.reply.handler(async ({ input: { id, ...draft }, context }) => {
    const actor = requireSignedIn(context)
    return presentReply(actor, await reply(actor, id, draft))
  }),
  replies: os.replies.handler(async ({ input: { id, ...page }, context: { actor } }) => {
    const replies = await listReplies(actor, await subjectFor(actor, id), page)
    return { ...replies, items: replies.items.map((row) => presentReply(actor, row)) }
  }),
  getReply: os.getReply.handler(async ({ input, context: { actor } }) =>
    presentReply(actor, (await replyFor(actor, input.id)).reply),
  ),
  editReply: os.editReply.handler(async ({ input: { id, ...change }, context }) => {
    const actor = requireSignedIn(context)
    return presentReply(actor, await editReply(actor, id, change))
  }),
  removeReply: os.removeReply.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return presentReply(actor, await removeReply(actor, input.id))
  }),
  restoreReply: os.restoreReply.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return presentReply(actor, await restoreReply(actor, input.id))
  }),
  resolve: os.resolve.handler(({ input, context }) => resolve(requireSignedIn(context), input.id)),
  reopen: os.reopen.handler(({ input, context }) => reopen(requireSignedIn(context), input.id)),
  markRead: os.markRead.handler(({ input, context }) =>
    readThread(requireSignedIn(context), input.id, input.lastReadId),
  ),
  markAllRead: os.markAllRead.handler(({ input, context }) =>
    readAll(requireSignedIn(context), input.id, input.groupId),
  ),
  history: os.history.handler(async ({ input, context: { actor } }) => {
    const annotation = await annotationFor(actor, input.id)
    return annotation.deletedAt === null ? presentEdits(actor, firstPost(annotation)) : NOTHING
  }),
  replyHistory: os.replyHistory.handler(async ({ input, context: { actor } }) => {
    const { reply: found } = await replyFor(actor, input.id)
    return found.deletedAt === null ? presentEdits(actor, found) : NOTHING
  }),
  react: os.react.handler(({ input, context }) =>
    reactToAnnotation(requireSignedIn(context), { ...input, change: 'add' }),
  ),
  unreact: os.unreact.handler(({ input, context }) =>
    reactToAnnotation(requireSignedIn(context), { ...input, change: 'withdraw' }),
  ),
  reactToReply: os.reactToReply.handler(({ input, context }) =>
    reactToReply(requireSignedIn(context), { ...input, change: 'add' }),
  ),
  unreactToReply: os.unreactToReply.handler(({ input, context }) =>
    reactToReply(requireSignedIn(context), { ...input, change: 'withdraw' }),
  ),
})

// What a deleted post said is not shown by the back door.
const NOTHING = { items: [], nextCursor: null }
