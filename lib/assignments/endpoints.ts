import 'server-only'
import { on, signedIn } from '@/lib/api/base'
import { groupFor } from '@/lib/groups/queries'
import type { AnyActor } from '@/lib/policy/actor'
import { completeAssignment, resumeAssignment } from './commands/completion'
import { extendDueDate, withdrawExtension } from './commands/extensions'
import { openSection } from './commands/openings'
import {
  closeAssignment,
  publishAssignment,
  reopenAssignment,
  unpublishAssignment,
} from './commands/standing'
import { draftAssignment, editAssignment } from './commands/write-assignment'
import { type AssignmentShape, assignmentContract } from './contract'
import { presentAssignment, presentExtension, presentSummary } from './present'
import { type AssignmentRow, assignmentFor, assignmentsOf } from './queries/assignments'
import { extensionsOf } from './queries/extensions'
import { viewed } from './queries/viewed'

const os = on(assignmentContract)
const forSignedIn = os.use(signedIn)

async function shown(actor: AnyActor, row: AssignmentRow): Promise<AssignmentShape> {
  return presentAssignment(actor, row, await viewed(actor, row))
}

export const assignmentEndpoints = os.router({
  create: forSignedIn.create.handler(async ({ input, context: { actor } }) =>
    shown(actor, await draftAssignment(actor, input)),
  ),
  list: os.list.handler(async ({ input: { id, ...query }, context: { actor } }) => {
    const page = await assignmentsOf(actor, (await groupFor(actor, id)).id, query)
    return { ...page, items: page.items.map((row) => presentSummary(actor, row)) }
  }),
  get: os.get.handler(async ({ input, context: { actor } }) =>
    shown(actor, await assignmentFor(actor, input.id)),
  ),
  edit: forSignedIn.edit.handler(async ({ input: { id, ...edit }, context: { actor } }) =>
    shown(actor, await editAssignment(actor, id, edit)),
  ),
  publish: forSignedIn.publish.handler(async ({ input, context: { actor } }) =>
    shown(actor, await publishAssignment(actor, input.id)),
  ),
  unpublish: forSignedIn.unpublish.handler(async ({ input, context: { actor } }) =>
    shown(actor, await unpublishAssignment(actor, input.id)),
  ),
  close: forSignedIn.close.handler(async ({ input, context: { actor } }) =>
    shown(actor, await closeAssignment(actor, input.id)),
  ),
  reopen: forSignedIn.reopen.handler(async ({ input, context: { actor } }) =>
    shown(actor, await reopenAssignment(actor, input.id)),
  ),
  openForOne: forSignedIn.openForOne.handler(async ({ input, context: { actor } }) =>
    openSection(actor, input),
  ),
  openForAll: forSignedIn.openForAll.handler(async ({ input, context: { actor } }) =>
    openSection(actor, input),
  ),
  extensions: os.extensions.handler(async ({ input: { id, ...query }, context: { actor } }) => {
    const page = await extensionsOf(actor, await assignmentFor(actor, id), query)
    return { ...page, items: page.items.map(presentExtension) }
  }),
  extend: forSignedIn.extend.handler(({ input, context: { actor } }) =>
    extendDueDate(actor, input),
  ),
  withdrawExtension: forSignedIn.withdrawExtension.handler(({ input, context: { actor } }) =>
    withdrawExtension(actor, input),
  ),
  complete: forSignedIn.complete.handler(async ({ input, context: { actor } }) =>
    shown(actor, await completeAssignment(actor, input.id)),
  ),
  resume: forSignedIn.resume.handler(async ({ input, context: { actor } }) =>
    shown(actor, await resumeAssignment(actor, input.id)),
  ),
})
