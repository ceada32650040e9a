// What the demo class is assigned, as rows: circles, assignments, what was written for them, and what that opened.

import { gatesOf, type Step } from '@/lib/assignments/schedule'
import type { Prisma } from '@/lib/generated/prisma/client'
import { newId } from '@/lib/ids'
import { minutesBefore } from '../moment'
import { PERSON_KEYS, type PersonKey } from '../people'
import { type ThreadRows, threadRows, type Whereabouts } from '../thread-rows'
import { CIRCLES, type DemoAssignment } from './assignment'
import { type GradingRows, gradingRows } from './grading-rows'

export type AssignmentRows = {
  readonly assignment: Prisma.AssignmentCreateManyInput
  readonly sections: readonly Prisma.AssignmentSectionCreateManyInput[]
  readonly openings: readonly Prisma.SectionOpeningCreateManyInput[]
  readonly completions: readonly Prisma.CompletionCreateManyInput[]
  readonly extensions: readonly Prisma.ExtensionCreateManyInput[]
  /** In the order of the notes. */
  readonly threads: readonly ThreadRows[]
  readonly grading: GradingRows
}

export type CircleRows = {
  readonly circles: readonly Prisma.CircleCreateManyInput[]
  readonly members: readonly Prisma.CircleMemberCreateManyInput[]
  /** The circle that somebody is in; null for staff. */
  readonly circleOf: (key: PersonKey) => string | null
}

const CIRCLES_DRAWN = 20 * 24 * 60

/** The circles of the class. */
export function circleRows({
  now,
  groupId,
  personId,
}: Pick<Whereabouts, 'now' | 'groupId' | 'personId'>): CircleRows {
  const at = minutesBefore(now, CIRCLES_DRAWN)
  const made = CIRCLES.map(({ name, members }) => ({ id: newId(), name, members }))
  return {
    circles: made.map(({ id, name }) => ({ id, groupId, name, createdAt: at })),
    members: made.flatMap(({ id, members }) =>
      members.map((key) => ({
        ...{ id: newId(), circleId: id, groupId },
        ...{ personId: personId(key), joinedAt: at },
      })),
    ),
    circleOf: (key) => made.find(({ members }) => members.includes(key))?.id ?? null,
  }
}

/** An assignment with all that was written for it. Throws when a prompt names a section that is not there. */
export function assignmentRows(
  demo: DemoAssignment,
  { where, circles, madeBy }: { where: Whereabouts; circles: CircleRows; madeBy: PersonKey },
): AssignmentRows {
  const id = newId()
  const at = (ago: number) => minutesBefore(where.now, ago)
  const steps = stepsOf(demo, at)
  const threads = demo.notes.map((note) => {
    const rows = threadRows(note, where)
    const of = { assignmentId: id, circleId: circles.circleOf(note.by) }
    return { ...rows, annotation: { ...rows.annotation, ...of } }
  })
  return {
    assignment: {
      id,
      groupId: where.groupId,
      readingId: where.readingId,
      title: demo.title,
      instructions: demo.instructions,
      requiredKinds: [...demo.requiredKinds],
      opensAt: at(demo.publishedAgo),
      dueAt: at(demo.dueAgo),
      lateRule: { kind: 'linear', perDay: 0.1, floor: 0.5 },
      steps: steps.map((step) =>
        step.kind === 'write-first' ? step : { ...step, from: step.from?.toISOString() ?? null },
      ),
      ...gatesOf(steps),
      names: 'names',
      createdById: where.personId(madeBy),
      createdAt: at(demo.madeAgo),
      publishedAt: at(demo.publishedAgo),
      closedAt: demo.closedAgo === null ? null : at(demo.closedAgo),
    },
    sections: Object.entries(demo.prompts).map(([title, prompt]) => ({
      ...{ assignmentId: id, sectionId: sectionCalled(where, title), prompt },
    })),
    openings: openingsOf(id, demo.notesFirst, threads),
    completions: placed(demo.done, (key, ago) => ({
      ...{ assignmentId: id, personId: where.personId(key), at: at(ago) },
    })),
    extensions: placed(demo.extensions, (key, ago) => ({
      ...{ id: newId(), assignmentId: id, personId: where.personId(key), dueAt: at(ago) },
      ...{ givenById: where.personId(madeBy), givenAt: at(demo.publishedAgo - 1) },
    })),
    threads,
    grading: gradingRows(demo, { ...where, assignmentId: id }, where.personId(madeBy)),
  }
}

function stepsOf(
  { notesFirst, classAgo }: DemoAssignment,
  at: (ago: number) => Date,
): readonly Step[] {
  const first: Step = { kind: 'write-first', notes: notesFirst }
  if (classAgo === null) return [first, { kind: 'class', from: null }]
  return [first, { kind: 'circle', from: null }, { kind: 'class', from: at(classAgo) }]
}

function sectionCalled({ sections }: Whereabouts, title: string): string {
  const section = sections.find((one) => one.title === title)
  if (!section) throw new Error(`No section is called ${title}.`)
  return section.sectionId
}

// A section is open to whoever wrote enough there, since the last of these notes.
function openingsOf(
  assignmentId: string,
  notesFirst: number,
  threads: readonly ThreadRows[],
): readonly Prisma.SectionOpeningCreateManyInput[] {
  const notes = threads
    .map(({ annotation }) => annotation)
    .filter(({ kind }) => kind !== 'highlight')
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const counts = new Map<string, number>()
  return notes.flatMap(({ authorId: personId, homeSectionId, createdAt: openedAt }) => {
    const key = `${personId} ${homeSectionId}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (count !== notesFirst || !homeSectionId) return []
    return [{ personId, assignmentId, sectionId: homeSectionId, openedAt }]
  })
}

function placed<Row>(
  by: Readonly<Partial<Record<PersonKey, number>>>,
  row: (key: PersonKey, ago: number) => Row,
): readonly Row[] {
  return PERSON_KEYS.flatMap((key) => {
    const ago = by[key]
    return ago === undefined ? [] : [row(key, ago)]
  })
}
