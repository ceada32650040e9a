import 'server-only'
import { changesIn } from '@/lib/assignments/assignment'
import type { AssignmentEdit, AssignmentInput } from '@/lib/assignments/contract'
import { presentAssignment } from '@/lib/assignments/present'
import { type AssignmentRow, assignmentFor } from '@/lib/assignments/queries/assignments'
import { storedSteps } from '@/lib/assignments/queries/stored'
import { viewed } from '@/lib/assignments/queries/viewed'
import { areStepsInOrder, doGatesNarrow, gatesOf, type Step } from '@/lib/assignments/schedule'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { Conflict, Invalid, NotFound } from '@/lib/errors'
import { groupFor } from '@/lib/groups/queries'
import { newId } from '@/lib/ids'
import { schemeNamed } from '@/lib/participation/scheme'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { readingFor, sectionsOfRevision } from '@/lib/readings/queries/readings'
import { recordSight } from './record-sight'

type Terms = Omit<AssignmentEdit, 'version'>

/** Drafts an assignment on a reading that stands in the course. Throws NotFound, Forbidden or Invalid. */
export async function draftAssignment(
  actor: SignedIn,
  { id: groupId, readingId, names = 'names', title, ...terms }: AssignmentInput & { id: string },
): Promise<AssignmentRow> {
  const group = await groupFor(actor, groupId)
  authorize(actor, 'assignment.create', group)
  const reading = await readingFor(actor, readingId)
  if (!reading.shelves.some((shelf) => shelf.group.id === group.id)) throw new NotFound()
  const known = await sectionIdsOf(reading.currentRevision?.id)
  const sectionIds = requireSections(known, terms.sectionIds ?? known)
  requirePrompts(sectionIds, terms.prompts)
  const steps = stepsOf(terms.steps ?? [])
  requireTimes(terms)
  const id = newId()
  await transaction(async (tx) => {
    await tx.assignment.createMany({
      data: {
        id,
        groupId: group.id,
        readingId: reading.id,
        title,
        ...columnsOf(terms),
        lateRule: terms.lateRule ?? { kind: 'none' },
        steps: storedSteps(steps),
        ...gatesOf(steps),
        names,
        createdById: actor.personId,
        createdAt: now(),
      },
    })
    await tx.assignmentSection.createMany({
      data: sectionIds.map((sectionId) => ({
        assignmentId: id,
        sectionId,
        prompt: terms.prompts?.[sectionId] ?? '',
      })),
    })
  })
  return assignmentFor(actor, id)
}

/**
 * Changes an assignment. Once it is published, students are told what changed, and nothing that they saw is withheld from them again.
 * Throws Conflict for a stale version, with the current assignment.
 */
export async function editAssignment(
  actor: SignedIn,
  id: string,
  { version, ...terms }: AssignmentEdit,
): Promise<AssignmentRow> {
  const before = await assignmentFor(actor, id)
  authorize(actor, 'assignment.lead', before)
  requireTimes({ ...datesOf(before), ...definedOf(terms) })
  const steps = terms.steps && stepsOf(terms.steps)
  if (steps && before.publishedAt !== null && doGatesNarrow(before, gatesOf(steps))) {
    throw new Conflict(
      'narrows',
      'Students have seen more than these steps would show them. Open earlier, or draft another assignment.',
    )
  }
  const had = before.sections.map(({ sectionId }) => sectionId)
  const sectionIds = terms.sectionIds && (await sectionsAfter(actor, before, terms.sectionIds))
  requirePrompts(sectionIds ?? had, terms.prompts)
  const isEdited = await transaction(async (tx) => {
    const { count } = await tx.assignment.updateMany({
      where: { id, version },
      data: {
        version: { increment: 1 },
        title: terms.title,
        ...columnsOf(terms),
        ...(terms.lateRule && { lateRule: terms.lateRule }),
        ...(steps && { steps: storedSteps(steps), ...gatesOf(steps) }),
      },
    })
    if (count === 0) return false
    await storeSections(tx, id, { sectionIds, prompts: terms.prompts })
    if (before.publishedAt !== null) await tellChange(tx, actor, { before, version, terms })
    return true
  })
  const current = await assignmentFor(actor, id)
  if (isEdited) return current
  throw new Conflict('stale', 'This assignment was changed meanwhile. Yours is kept: compare.', {
    current: presentAssignment(actor, current, await viewed(actor, current)),
  })
}

async function tellChange(
  tx: Db,
  actor: SignedIn,
  { before, version, terms }: { before: AssignmentRow; version: number; terms: Terms },
): Promise<void> {
  const at = now()
  await tx.assignmentChange.createMany({
    data: {
      id: newId(),
      assignmentId: before.id,
      version: version + 1,
      changedById: actor.personId,
      at,
      changes: [...changesIn(terms)],
    },
  })
  await recordSight(tx, actor, { groupId: before.groupId, at })
}

async function storeSections(
  tx: Db,
  assignmentId: string,
  { sectionIds, prompts = {} }: Pick<Terms, 'sectionIds' | 'prompts'>,
): Promise<void> {
  if (sectionIds) {
    const kept = { assignmentId, sectionId: { in: sectionIds } }
    await tx.assignmentSection.createMany({
      data: sectionIds.map((sectionId) => ({ assignmentId, sectionId })),
      skipDuplicates: true,
    })
    await tx.assignmentSection.updateMany({ where: kept, data: { droppedAt: null } })
    await tx.assignmentSection.updateMany({
      where: { assignmentId, sectionId: { notIn: sectionIds }, droppedAt: null },
      data: { droppedAt: now() },
    })
  }
  for (const [sectionId, prompt] of Object.entries(prompts)) {
    await tx.assignmentSection.updateMany({ where: { assignmentId, sectionId }, data: { prompt } })
  }
}

async function sectionsAfter(
  actor: SignedIn,
  before: AssignmentRow,
  wanted: readonly string[],
): Promise<string[]> {
  const reading = await readingFor(actor, before.readingId)
  const known = await sectionIdsOf(reading.currentRevision?.id)
  const had = before.sections.map(({ sectionId }) => sectionId)
  return requireSections([...known, ...had], wanted)
}

async function sectionIdsOf(revisionId: string | undefined): Promise<string[]> {
  if (revisionId === undefined) throw new Conflict('no-text', 'This reading has no text yet.')
  return (await sectionsOfRevision(revisionId)).map(({ sectionId }) => sectionId)
}

function requireSections(known: readonly string[], wanted: readonly string[]): string[] {
  if (wanted.every((id) => known.includes(id))) return [...new Set(wanted)]
  throw new Invalid('section', 'One of these sections is not in the text of this reading.')
}

function requirePrompts(assigned: readonly string[], prompts: Terms['prompts'] = {}): void {
  if (Object.keys(prompts).every((id) => assigned.includes(id))) return
  throw new Invalid('prompt', 'A prompt is for a section that is not assigned.')
}

function stepsOf(input: NonNullable<Terms['steps']>): readonly Step[] {
  const steps = input.map((step) =>
    step.kind === 'write-first' ? step : { ...step, from: momentOf(step.from) ?? null },
  )
  if (areStepsInOrder(steps)) return steps
  throw new Invalid('steps', 'Steps come in this order, each once: write first, circle, class.')
}

type Dates = Pick<Terms, 'opensAt' | 'dueAt' | 'repliesUntil'>

function requireTimes({ opensAt, dueAt, repliesUntil }: Dates): void {
  const times = [opensAt, dueAt, repliesUntil].flatMap((time) => momentOf(time)?.getTime() ?? [])
  if (times.every((time, n) => time >= (times[n - 1] ?? time))) return
  throw new Invalid('times', 'It opens first, then it is due, then the time for replies ends.')
}

function datesOf({ opensAt, dueAt, repliesUntil }: AssignmentRow): Dates {
  const iso = (time: Date | null) => time?.toISOString() ?? null
  return { opensAt: iso(opensAt), dueAt: iso(dueAt), repliesUntil: iso(repliesUntil) }
}

function definedOf(dates: Dates): Dates {
  return Object.fromEntries(Object.entries(dates).filter(([, time]) => time !== undefined))
}

function columnsOf({ instructions, requiredKinds, opensAt, dueAt, repliesUntil, scheme }: Terms) {
  return {
    scheme: scheme && schemeNamed(scheme),
    instructions,
    requiredKinds,
    opensAt: momentOf(opensAt),
    dueAt: momentOf(dueAt),
    repliesUntil: momentOf(repliesUntil),
  }
}

function momentOf(time: string | null | undefined): Date | null | undefined {
  return time ? new Date(time) : time === null ? null : undefined
}
