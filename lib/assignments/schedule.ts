// Who sees whose notes in an assignment, and when: write first, then the circle, then the class. A step may be left out. An opening is
// a fact that is written once; nothing that happens later closes a section again.

/**
 * `write-first`: in a section one sees others' notes after `notes` substantive notes of one's own there, or from `from` on.
 * `circle`: then those of one's circle. `class`: then everybody's; `from` null: as soon as the steps before are passed.
 */
export type Step =
  | { readonly kind: 'write-first'; readonly notes: number; readonly from: Date | null }
  | { readonly kind: 'circle'; readonly from: Date | null }
  | { readonly kind: 'class'; readonly from: Date | null }

export type StepKind = Step['kind']

const ORDER: Readonly<Record<StepKind, number>> = { 'write-first': 0, circle: 1, class: 2 }

/** Whether steps stand in their order, each at most once, with times that do not run backwards. */
export function areStepsInOrder(steps: readonly Step[]): boolean {
  return steps.every((step, n) => {
    const before = steps[n - 1]
    if (!before) return true
    const timesFit = !before.from || !step.from || before.from.getTime() <= step.from.getTime()
    return ORDER[before.kind] < ORDER[step.kind] && timesFit
  })
}

/** How many own notes open a section; 0: it stands open from the beginning. */
export function notesNeeded(steps: readonly Step[]): number {
  return steps.find(({ kind }) => kind === 'write-first') ? (writeFirst(steps)?.notes ?? 0) : 0
}

/** Whether so many substantive notes of one's own open a section. */
export function opensSection(steps: readonly Step[], ownNotes: number): boolean {
  return ownNotes >= notesNeeded(steps)
}

/** From when every section is open to everybody, whatever they wrote; null: never by time. */
export function opensForAllAt(steps: readonly Step[]): Date | null {
  return writeFirst(steps)?.from ?? null
}

/** How far others' notes reach for who has opened a section: their circle's or the whole class's. */
export function audienceAt(steps: readonly Step[], now: Date): 'circle' | 'class' {
  const circle = steps.find(({ kind }) => kind === 'circle')
  const whole = steps.find(({ kind }) => kind === 'class')
  if (!circle) return 'class'
  return whole && whole.from !== null && whole.from <= now ? 'class' : 'circle'
}

function writeFirst(steps: readonly Step[]) {
  return steps.find((step) => step.kind === 'write-first')
}
