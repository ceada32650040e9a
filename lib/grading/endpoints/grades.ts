import 'server-only'
import { on, signedIn } from '@/lib/api/base'
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
const forSignedIn = os.use(signedIn)

export const gradingEndpoints = os.router({
  rubric: os.rubric.handler(async ({ input, context: { actor } }) => {
    const { id } = await assignmentFor(actor, input.id)
    return presentRubric(await rubricOf(id))
  }),
  setRubric: forSignedIn.setRubric.handler(async ({ input, context: { actor } }) =>
    presentRubric(await setRubric(actor, input)),
  ),
  grade: os.grade.handler(async ({ input: { id, personId }, context: { actor } }) =>
    presentGrade(actor, await gradeFor(actor, id, personId)),
  ),
  give: forSignedIn.give.handler(async ({ input, context: { actor } }) =>
    presentGrade(actor, await giveGrade(actor, input)),
  ),
  release: forSignedIn.release.handler(async ({ input, context: { actor } }) =>
    presentGrade(actor, await releaseGrade(actor, input)),
  ),
  withdraw: forSignedIn.withdraw.handler(async ({ input, context: { actor } }) =>
    presentGrade(actor, await withdrawGrade(actor, input)),
  ),
  releaseAll: forSignedIn.releaseAll.handler(async ({ input, context: { actor } }) => ({
    released: await releaseGrades(actor, input.id),
  })),
  history: os.history.handler(async ({ input, context: { actor } }) => {
    const page = await gradeHistory(actor, input)
    return { ...page, items: page.items.map(presentChange) }
  }),
  messages: os.messages.handler(async ({ input, context: { actor } }) => {
    const page = await gradeMessages(actor, input)
    return { ...page, items: page.items.map(presentMessage) }
  }),
  say: forSignedIn.say.handler(async ({ input, context: { actor } }) =>
    presentMessage(await sayAboutGrade(actor, input)),
  ),
  settle: forSignedIn.settle.handler(async ({ input, context: { actor } }) =>
    presentMessage(await settleRequest(actor, input)),
  ),
  gradebook: os.gradebook.handler(async ({ input: { id, ...query }, context: { actor } }) =>
    presentGradebook(await gradebookFor(actor, id, query)),
  ),
})
