import 'server-only'
import { on, requireSignedIn } from '@/lib/api/base'
import { groupFor } from '@/lib/groups/queries'
import type { AnyActor } from '@/lib/policy/actor'
import { completeAssignment, resumeAssignment } from './commands/completion'
import { extend, withdrawExtension } from './commands/extensions'
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

async function shown(actor: AnyActor, row: AssignmentRow): Promise<AssignmentShape> {
  return presentAssignment(actor, row, await viewed(actor, row))
}

export const assignmentEndpoints = os.router({
  create: os.create.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await draftAssignment(actor, input))
  }),
  list: os.list.handler(async ({ input: { id, ...query }, context: { actor } }) => {
    const page = await assignmentsOf(actor, (await groupFor(actor, id)).id, query)
    return { ...page, items: page.items.map((row) => presentSummary(actor, row)) }
  }),
  get: os.get.handler(async ({ input, context: { actor } }) =>
    shown(actor, await assignmentFor(actor, input.id)),
  ),
  edit: os.edit.handler(async ({ input: { id, ...edit }, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await editAssignment(actor, id, edit))
  }),
  publish: os.publish.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await publishAssignment(actor, input.id))
  }),
  unpublish: os.unpublish.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await unpublishAssignment(actor, input.id))
  }),
  close: os.close.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await closeAssignment(actor, input.id))
  }),
  reopen: os.reopen.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await reopenAssignment(actor, input.id))
  }),
  openForOne: os.openForOne.handler(async ({ input, context }) =>
    openSection(requireSignedIn(context), input),
  ),
  openForAll: os.openForAll.handler(async ({ input, context }) =>
    openSection(requireSignedIn(context), input),
  ),
  extensions: os.extensions.handler(async ({ input: { id, ...query }, context: { actor } }) => {
    const page = await extensionsOf(actor, await assignmentFor(actor, id), query)
    return { ...page, items: page.items.map(presentExtension) }
  }),
  extend: os.extend.handler(({ input, context }) => extend(requireSignedIn(context), input)),
  withdrawExtension: os.withdrawExtension.handler(({ input, context }) =>
    withdrawExtension(requireSignedIn(context), input),
  ),
  complete: os.complete.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await completeAssignment(actor, input.id))
  }),
  resume: os.resume.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return shown(actor, await resumeAssignment(actor, input.id))
  }),
})
