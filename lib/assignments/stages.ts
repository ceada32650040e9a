// The schedule of an assignment as a line of stages, as a student reads it: what has come, what is now, and what is missing.

import { momentWordsShort } from '@/lib/time-zone'

type ShownStep =
  | { readonly kind: 'write-first'; readonly notes: number }
  | { readonly kind: 'circle' | 'class'; readonly from: string | null }

type ShownSection = {
  readonly open: boolean
  readonly ownNotes: number
  readonly notesNeeded: number
}

export type Scheduled = {
  readonly steps: readonly ShownStep[]
  readonly sections: readonly ShownSection[]
  /** How far others' notes reach for the viewer in an open section. */
  readonly audience: 'circle' | 'class'
  readonly circle: { readonly name: string } | null
  readonly timeZone: string
}

export type Stage = {
  readonly kind: ShownStep['kind']
  readonly title: string
  readonly words: string
  readonly state: 'past' | 'now' | 'ahead'
}

/** The stages of a schedule for one viewer, in order; the class alone where there are no steps. */
export function stagesOf(scheduled: Scheduled): readonly Stage[] {
  const shut = scheduled.sections.some(({ open }) => !open)
  const reached = shut ? 'write-first' : scheduled.audience
  const steps: readonly ShownStep[] =
    scheduled.steps.length > 0 ? scheduled.steps : [{ kind: 'class', from: null }]
  const at = steps.findLastIndex(({ kind }) => ORDER[kind] <= ORDER[reached])
  return steps.map((step, index) => ({
    ...wordsOf(step, scheduled),
    kind: step.kind,
    state: index < at ? 'past' : index === at ? 'now' : 'ahead',
  }))
}

/** What is missing until a section opens, in words; null for an open one. */
export function missingWords({ open, ownNotes, notesNeeded }: ShownSection): string | null {
  if (open) return null
  const missing = Math.max(1, notesNeeded - ownNotes)
  if (missing > 1) return `${missing} more notes of yours open this section`
  return ownNotes === 0
    ? 'A note of yours opens this section'
    : 'One more note of yours opens this section'
}

const ORDER: Readonly<Record<ShownStep['kind'], number>> = { 'write-first': 0, circle: 1, class: 2 }

function wordsOf(step: ShownStep, { circle, timeZone }: Scheduled): Pick<Stage, 'title' | 'words'> {
  switch (step.kind) {
    case 'write-first': {
      const notes = step.notes === 1 ? 'one own note opens' : `${step.notes} own notes open`
      return { title: 'Write first', words: `${notes} a section` }
    }
    case 'circle':
      return { title: circle?.name ?? 'Circle', words: fromWords(step.from, timeZone) }
    case 'class':
      return { title: 'Class', words: fromWords(step.from, timeZone) }
  }
}

function fromWords(from: string | null, timeZone: string): string {
  return from === null
    ? 'as each section opens'
    : `for everybody from ${momentWordsShort(new Date(from), timeZone)}`
}
