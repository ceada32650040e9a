import 'server-only'
import { on, requireSignedIn } from '@/lib/api/base'
import { assignmentFor } from '@/lib/assignments/queries/assignments'
import { giveGrade } from '@/lib/grading/commands/give-grade'
import { sayAboutGrade, settleRequest } from '@/lib/grading/commands/messages'
import { releaseGrade, releaseGrades, withdrawGrade } from '@/lib/grading/commands/release'
import { setRubric } from '@/lib/grading/commands/set-rubric'
import { gradingContract } from '@/lib/grading/contract'
import {
  presentChange,
  presentGrade,
  presentGradebook,
  presentMessage,
  presentRubric,
} from '@/lib/grading/present'
import { gradebookFor } from '@/lib/grading/queries/gradebook'
import { gradeFor, gradeHistory, gradeMessages } from '@/lib/grading/queries/grades'
import { rubricOf } from '@/lib/grading/queries/rubrics'

const os = on(gradingContract)

export const gradingEndpoints = os.router({
  rubric: os.rubric.handler(async ({ input, context: { actor } }) => {
    const { id } = await assignmentFor(actor, input.id)
    return presentRubric(await rubricOf(id))
  }),
  setRubric: os.setRubric.handler(async ({ input, context }) =>
    presentRubric(await setRubric(requireSignedIn(context), input)),
  ),
  grade: os.grade.handler(async ({ input: { id, personId }, context: { actor } }) =>
    presentGrade(actor, await gradeFor(actor, id, personId)),
  ),
  give: os.give.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return presentGrade(actor, await giveGrade(actor, input))
  }),
  release: os.release.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return presentGrade(actor, await releaseGrade(actor, input))
  }),
  withdraw: os.withdraw.handler(async ({ input, context }) => {
    const actor = requireSignedIn(context)
    return presentGrade(actor, await withdrawGrade(actor, input))
  }),
  releaseAll: os.releaseAll.handler(async ({ input, context }) => ({
    released: await releaseGrades(requireSignedIn(context), input.id),
  })),
  history: os.history.handler(async ({ input, context: { actor } }) => {
    const page = await gradeHistory(actor, input)
    return { ...page, items: page.items.map(presentChange) }
  }),
  messages: os.messages.handler(async ({ input, context: { actor } }) => {
    const page = await gradeMessages(actor, input)
    return { ...page, items: page.items.map(presentMessage) }
  }),
  say: os.say.handler(async ({ input, context }) =>
    presentMessage(await sayAboutGrade(requireSignedIn(context), input)),
  ),
  settle: os.settle.handler(async ({ input, context }) =>
    presentMessage(await settleRequest(requireSignedIn(context), input)),
  ),
  gradebook: os.gradebook.handler(async ({ input: { id, ...query }, context: { actor } }) =>
    presentGradebook(await gradebookFor(actor, id, query)),
  ),
})
