import 'server-only'
import { on, signedIn } from '@/lib/api/base'
import { assignmentFor } from '@/lib/assignments/queries/assignments'
import { NotFound } from '@/lib/errors'
import { groupFor } from '@/lib/groups/queries'
import { arrangeCircles } from './commands'
import { circleContract } from './contract'
import { circlesIn } from './queries'

const os = on(circleContract)
const forSignedIn = os.use(signedIn)

export const circleEndpoints = os.router({
  list: os.list.handler(async ({ input: { id, assignmentId }, context: { actor } }) => {
    const group = await groupFor(actor, id)
    if (assignmentId === undefined) return circlesIn(actor, group, null)
    const assignment = await assignmentFor(actor, assignmentId)
    if (assignment.groupId !== group.id) throw new NotFound()
    return circlesIn(actor, group, assignment.id)
  }),
  arrange: forSignedIn.arrange.handler(async ({ input, context: { actor } }) => {
    const { group, assignmentId } = await arrangeCircles(actor, input)
    return circlesIn(actor, group, assignmentId)
  }),
})
