import 'server-only'
import { threadFacts } from '@/lib/annotations/annotation'
import { annotationFor } from '@/lib/annotations/queries/annotations'
import type { AnnotationRow } from '@/lib/annotations/queries/rows'
import { on, signedIn } from '@/lib/api/base'
import type { Actor } from '@/lib/policy/actor'
import type { VersionFacts } from '@/lib/policy/facts'
import { editReply } from './commands/edit-reply'
import { reactToAnnotation, reactToReply } from './commands/react'
import { readAll, readThread } from './commands/read'
import { removeReply, restoreReply } from './commands/remove-reply'
import { replyToThread } from './commands/reply'
import { reopenThread, resolveThread } from './commands/resolve'
import { threadContract } from './contract/threads'
import { presentReply } from './present'
import { presentBody } from './present-post'
import { editsFor, listReplies, replyFor } from './queries/replies'
import { subjectFor } from './queries/subjects'

const os = on(threadContract)
const forSignedIn = os.use(signedIn)

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
  reply: forSignedIn.reply.handler(async ({ input: { id, ...draft }, context: { actor } }) =>
    presentReply(actor, await replyToThread(actor, id, draft)),
  ),
  replies: os.replies.handler(async ({ input: { id, ...page }, context: { actor } }) => {
    const replies = await listReplies(actor, await subjectFor(actor, id), page)
    return { ...replies, items: replies.items.map((row) => presentReply(actor, row)) }
  }),
  getReply: os.getReply.handler(async ({ input, context: { actor } }) =>
    presentReply(actor, (await replyFor(actor, input.id)).reply),
  ),
  editReply: forSignedIn.editReply.handler(
    async ({ input: { id, ...change }, context: { actor } }) =>
      presentReply(actor, await editReply(actor, id, change)),
  ),
  removeReply: forSignedIn.removeReply.handler(async ({ input, context: { actor } }) =>
    presentReply(actor, await removeReply(actor, input.id)),
  ),
  restoreReply: forSignedIn.restoreReply.handler(async ({ input, context: { actor } }) =>
    presentReply(actor, await restoreReply(actor, input.id)),
  ),
  resolve: forSignedIn.resolve.handler(({ input, context: { actor } }) =>
    resolveThread(actor, input.id),
  ),
  reopen: forSignedIn.reopen.handler(({ input, context: { actor } }) =>
    reopenThread(actor, input.id),
  ),
  markRead: forSignedIn.markRead.handler(({ input, context: { actor } }) =>
    readThread(actor, input.id, input.lastReadId),
  ),
  markAllRead: forSignedIn.markAllRead.handler(({ input, context: { actor } }) =>
    readAll(actor, input.id, input.groupId),
  ),
  history: os.history.handler(async ({ input, context: { actor } }) => {
    const annotation = await annotationFor(actor, input.id)
    return annotation.deletedAt === null ? presentEdits(actor, firstPost(annotation)) : NOTHING
  }),
  replyHistory: os.replyHistory.handler(async ({ input, context: { actor } }) => {
    const { reply: found } = await replyFor(actor, input.id)
    return found.deletedAt === null ? presentEdits(actor, found) : NOTHING
  }),
  react: forSignedIn.react.handler(({ input, context: { actor } }) =>
    reactToAnnotation(actor, { ...input, change: 'add' }),
  ),
  unreact: forSignedIn.unreact.handler(({ input, context: { actor } }) =>
    reactToAnnotation(actor, { ...input, change: 'withdraw' }),
  ),
  reactToReply: forSignedIn.reactToReply.handler(({ input, context: { actor } }) =>
    reactToReply(actor, { ...input, change: 'add' }),
  ),
  unreactToReply: forSignedIn.unreactToReply.handler(({ input, context: { actor } }) =>
    reactToReply(actor, { ...input, change: 'withdraw' }),
  ),
})

// What a deleted post said is not shown by the back door.
const NOTHING = { items: [], nextCursor: null }
