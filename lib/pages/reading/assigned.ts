import 'server-only'
import type { AssignmentShape } from '@/lib/assignments/contract'
import { presentAssignment, presentSummary } from '@/lib/assignments/present'
import { type AssignmentRow, assignmentsRunningOn } from '@/lib/assignments/queries/assignments'
import { viewed } from '@/lib/assignments/queries/viewed'
import { circlesSwitched } from '@/lib/circles/queries'
import type { Actor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import type { SectionRow } from '@/lib/readings/queries/readings'

type Assigned = {
  readonly task: AssignmentRow | null
  readonly groupId: string | null
  readonly readingId: string
}

/** The assignment that the page is open for, as it stands for the actor; and, where it is open for none, those that run on this reading. */
export async function assignedHere(actor: Actor, { task, groupId, readingId }: Assigned) {
  if (task) {
    const [beside, circles] = await Promise.all([viewed(actor, task), circlesSwitched(actor, task)])
    return { assignment: presentAssignment(actor, task, beside), circles, running: [] }
  }
  const rows = groupId === null ? [] : await assignmentsRunningOn(actor, { groupId, readingId })
  return { assignment: null, circles: [], running: rows.map((row) => presentSummary(actor, row)) }
}

/** What an open page knows of its assignment from the beginning. */
export function taskShown(
  { id: taskId, sections }: AssignmentShape,
  circles: readonly { readonly id: string; readonly name: string }[],
  inText: readonly SectionRow[],
) {
  const prompts = sections.flatMap(({ id, prompt }) => {
    const place = inText.find(({ sectionId }) => sectionId === id)
    return place && prompt !== '' ? [{ sectionId: id, start: place.start, words: prompt }] : []
  })
  return { id: taskId, prompts, circles: [...circles] }
}

/** What somebody may write for an assignment: it is for the course, or for oneself. */
export function rightsFor(actor: Actor, task: AssignmentRow, at: Date) {
  const hasOpened = task.opensAt === null || task.opensAt <= at
  const annotate =
    can(actor, 'assignment.work', task) && (hasOpened || can(actor, 'assignment.lead', task))
  return { annotate, visibilities: annotate ? (['group', 'private'] as const) : [] }
}
