// What the form of an assignment holds while it is filled in, as it was typed; and what that comes to. Pure.

import type { AssignmentInput, AssignmentShape } from '@/lib/assignments/contract'
import type { LateRule } from '@/lib/assignments/lateness'
import type { RequiredKind } from '@/lib/assignments/required-kinds'
import { DEFAULT_SCHEME, type Scheme } from '@/lib/participation/scheme'
import { momentOfWallTime, wallTimeOf } from '@/lib/time-zone'

/** Times are wall times of the course (`2026-11-12T12:00`), empty for none; numbers are as typed. */
export type AssignmentDraft = {
  readonly title: string
  readonly instructions: string
  readonly sectionIds: readonly string[]
  readonly prompts: Readonly<Record<string, string>>
  readonly requiredKinds: readonly RequiredKind[]
  readonly opensAt: string
  readonly dueAt: string
  readonly repliesUntil: string
  readonly late: LateRule['kind']
  readonly graceHours: string
  readonly perDay: string
  readonly floor: string
  readonly writesFirst: boolean
  readonly notes: string
  readonly byCircle: boolean
  readonly circleFrom: string
  readonly byClass: boolean
  readonly classFrom: string
  readonly scheme: Scheme
  readonly names: AssignmentShape['names']
}

export type DraftField = keyof AssignmentDraft
export type DraftErrors = Readonly<Partial<Record<DraftField, string>>>
export type Terms = Required<Omit<AssignmentInput, 'readingId'>>

/** The form of a new assignment of these sections. */
export function newDraft(sectionIds: readonly string[]): AssignmentDraft {
  return {
    title: '',
    instructions: '',
    sectionIds,
    prompts: {},
    requiredKinds: [],
    opensAt: '',
    dueAt: '',
    repliesUntil: '',
    late: 'none',
    graceHours: '24',
    perDay: '10',
    floor: '50',
    writesFirst: true,
    notes: '2',
    byCircle: false,
    circleFrom: '',
    byClass: true,
    classFrom: '',
    scheme: DEFAULT_SCHEME,
    names: 'names',
  }
}

/** The form of an assignment that is there. */
export function draftOf(assignment: AssignmentShape): AssignmentDraft {
  const { title, instructions, sections, requiredKinds, timeZone, lateRule, steps } = assignment
  const local = (at: string | null) => (at === null ? '' : wallTimeOf(new Date(at), timeZone))
  const blank = newDraft(sections.map(({ id }) => id))
  const first = steps.find((step) => step.kind === 'write-first')
  const has = (kind: 'circle' | 'class') => steps.some((step) => step.kind === kind)
  const from = (kind: 'circle' | 'class') =>
    steps.map((step) => (step.kind === kind ? step.from : null)).find((at) => at !== null) ?? null
  return {
    ...blank,
    title,
    instructions,
    prompts: Object.fromEntries(sections.map(({ id, prompt }) => [id, prompt])),
    requiredKinds,
    opensAt: local(assignment.opensAt),
    dueAt: local(assignment.dueAt),
    repliesUntil: local(assignment.repliesUntil),
    ...lateFields(blank, lateRule),
    writesFirst: first !== undefined,
    notes: String(first?.notes ?? blank.notes),
    byCircle: has('circle'),
    circleFrom: local(from('circle')),
    byClass: has('class') || !has('circle'),
    classFrom: local(from('class')),
    scheme: assignment.scheme,
    names: assignment.names,
  }
}

function lateFields(
  blank: AssignmentDraft,
  rule: LateRule,
): Pick<AssignmentDraft, 'late' | 'graceHours' | 'perDay' | 'floor'> {
  const { graceHours, perDay, floor } = blank
  const percent = (share: number) => String(Math.round(share * 1000) / 10)
  return {
    late: rule.kind,
    graceHours: rule.kind === 'grace' ? String(rule.hours) : graceHours,
    perDay: rule.kind === 'linear' ? percent(rule.perDay) : perDay,
    floor: rule.kind === 'linear' ? percent(rule.floor) : floor,
  }
}

/** What a form comes to, or what is wrong with it, field by field. */
export function termsOf(
  draft: AssignmentDraft,
  timeZone: string,
):
  | { readonly terms: Terms; readonly errors: null }
  | { readonly terms: null; readonly errors: DraftErrors } {
  const { terms, errors } = readDraft(draft, timeZone)
  return Object.keys(errors).length === 0 ? { terms, errors: null } : { terms: null, errors }
}

/** The same whatever is wrong with it: what cannot be read counts as empty or as the least. */
export function readDraft(
  draft: AssignmentDraft,
  timeZone: string,
): { readonly terms: Terms; readonly errors: DraftErrors } {
  const reader = new Reader(draft, timeZone)
  const [opensAt, dueAt, repliesUntil] = [
    reader.time('opensAt'),
    reader.time('dueAt'),
    reader.time('repliesUntil'),
  ]
  if (draft.title.trim() === '') reader.fault('title', 'Give it a title.')
  if (draft.sectionIds.length === 0) reader.fault('sectionIds', 'Choose at least one section.')
  reader.inOrder('dueAt', opensAt, dueAt, 'It is due before it opens.')
  reader.inOrder('repliesUntil', dueAt ?? opensAt, repliesUntil, 'Replies end before it is due.')
  const terms = {
    title: draft.title.trim(),
    instructions: draft.instructions,
    sectionIds: [...draft.sectionIds],
    prompts: Object.fromEntries(draft.sectionIds.map((id) => [id, draft.prompts[id] ?? ''])),
    requiredKinds: [...draft.requiredKinds],
    opensAt,
    dueAt,
    repliesUntil,
    lateRule: lateRuleOf(draft, reader),
    steps: stepsOf(draft, reader),
    scheme: draft.scheme,
    names: draft.names,
  }
  return { terms, errors: reader.errors }
}

function lateRuleOf(draft: AssignmentDraft, reader: Reader): LateRule {
  switch (draft.late) {
    case 'none':
    case 'closed':
      return { kind: draft.late }
    case 'grace':
      return { kind: 'grace', hours: reader.number('graceHours', 0, 10_000) }
    case 'linear':
      return {
        kind: 'linear',
        perDay: reader.number('perDay', 0, 100) / 100,
        floor: reader.number('floor', 0, 100) / 100,
      }
  }
}

const NOTES_MAXIMUM = 20

function stepsOf(draft: AssignmentDraft, reader: Reader): Terms['steps'] {
  const steps: Terms['steps'] = []
  if (draft.writesFirst) {
    const notes = Math.round(reader.number('notes', 1, NOTES_MAXIMUM))
    steps.push({ kind: 'write-first', notes })
  }
  const circleFrom = draft.byCircle ? reader.time('circleFrom') : null
  if (draft.byCircle) steps.push({ kind: 'circle', from: circleFrom })
  if (!draft.byCircle || draft.byClass) {
    const from = reader.time('classFrom')
    if (draft.byCircle && from === null && !reader.has('classFrom')) {
      reader.fault('classFrom', 'Say from when circles read each other, or leave this step out.')
    }
    reader.inOrder('classFrom', circleFrom, from, 'The class comes after the circle.')
    steps.push({ kind: 'class', from })
  }
  return steps
}

// Reads what was typed, and keeps what is wrong with it.
class Reader {
  readonly #draft: AssignmentDraft
  readonly #timeZone: string
  readonly #errors: Partial<Record<DraftField, string>> = {}

  constructor(draft: AssignmentDraft, timeZone: string) {
    this.#draft = draft
    this.#timeZone = timeZone
  }

  get errors(): DraftErrors {
    return this.#errors
  }

  has(field: DraftField): boolean {
    return field in this.#errors
  }

  fault(field: DraftField, words: string): void {
    this.#errors[field] ??= words
  }

  time(field: 'opensAt' | 'dueAt' | 'repliesUntil' | 'circleFrom' | 'classFrom'): string | null {
    const typed = this.#draft[field]
    if (typed === '') return null
    const found = momentOfWallTime(typed, this.#timeZone)
    if (found.kind === 'moment') return found.at.toISOString()
    this.fault(
      field,
      found.kind === 'skipped'
        ? 'Clocks go forward over this time: it does not exist that day. Choose an hour later.'
        : 'Type a whole date and time, or leave it empty.',
    )
    return null
  }

  number(field: 'graceHours' | 'perDay' | 'floor' | 'notes', least: number, most: number): number {
    const typed = this.#draft[field].trim()
    const value = typed === '' ? Number.NaN : Number(typed)
    if (value >= least && value <= most) return value
    this.fault(field, `Type a number from ${least} to ${most}.`)
    return least
  }

  inOrder(field: DraftField, earlier: string | null, later: string | null, words: string): void {
    if (earlier !== null && later !== null && later < earlier) this.fault(field, words)
  }
}

/** The fields that differ between two forms. */
export function differingFields(
  one: AssignmentDraft,
  other: AssignmentDraft,
): readonly DraftField[] {
  return FIELDS.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]))
}

const BLANK = newDraft([])
const FIELDS = Object.keys(BLANK).filter((key): key is DraftField => key in BLANK)
