// Who sees whose notes in an assignment, and when: write first, then the circle, then the class. A step may be left out. An opening is
// a fact that is written once; nothing that happens later closes a section again.

/**
 * `write-first`: in a section one sees others' notes after `notes` substantive notes of one's own there. `circle`: then those of one's
 * circle. `class`: then everybody's. `from`: from then on a step has come for everybody, whatever they wrote.
 */
export type Step =
  | { readonly kind: 'write-first'; readonly notes: number }
  | { readonly kind: 'circle' | 'class'; readonly from: Date | null }

type StepKind = Step['kind']

const ORDER: Readonly<Record<StepKind, number>> = { 'write-first': 0, circle: 1, class: 2 }

/** Whether steps stand in their order, each at most once, with times that do not run backwards. */
export function areStepsInOrder(steps: readonly Step[]): boolean {
  return steps.every((step, n) => {
    const before = steps[n - 1]
    if (!before) return true
    const [earlier, later] = [fromOf(before), fromOf(step)]
    const timesFit = !earlier || !later || earlier.getTime() <= later.getTime()
    return ORDER[before.kind] < ORDER[step.kind] && timesFit
  })
}

/** What a schedule comes to. */
export type Gates = {
  /** How many own notes open a section; 0: it stands open from the beginning. */
  readonly notesFirst: number
  /** From when every section is open to everybody, whatever they wrote; null: never by time. */
  readonly openForAllAt: Date | null
  /** Whether those who have opened a section see their circle's notes alone, until `classAt`; null: as long as the steps stand. */
  readonly byCircle: boolean
  readonly classAt: Date | null
}

/** What steps that are in order come to. */
export function gatesOf(steps: readonly Step[]): Gates {
  const first = steps.find((step) => step.kind === 'write-first')
  const times = steps.map(fromOf).filter((from) => from !== null)
  return {
    notesFirst: first?.notes ?? 0,
    openForAllAt: first ? (times[0] ?? null) : null,
    byCircle: steps.some(({ kind }) => kind === 'circle'),
    classAt: steps.map((step) => (step.kind === 'class' ? step.from : null)).at(-1) ?? null,
  }
}

/** Whether every section stands open to everybody, whatever they wrote. */
export function hasOpenedForAll({ notesFirst, openForAllAt }: Gates, now: Date): boolean {
  return notesFirst === 0 || (openForAllAt !== null && openForAllAt <= now)
}

/** How far others' notes reach for who has opened a section: their circle's or the whole class's. */
export function audienceAt({ byCircle, classAt }: Gates, now: Date): 'circle' | 'class' {
  return byCircle && (classAt === null || classAt > now) ? 'circle' : 'class'
}

/** Whether people would see less by these gates than they may have seen by those before. */
export function doGatesNarrow(before: Gates, after: Gates): boolean {
  const latest = (time: Date | null) => time?.getTime() ?? Number.POSITIVE_INFINITY
  const withoutWriting = before.notesFirst === 0 && after.notesFirst > 0
  const later = after.notesFirst > 0 && latest(after.openForAllAt) > latest(before.openForAllAt)
  const circles = after.byCircle && !before.byCircle
  const longer = after.byCircle && latest(after.classAt) > latest(before.classAt)
  return withoutWriting || (later && before.openForAllAt !== null) || circles || longer
}

function fromOf(step: Step): Date | null {
  return step.kind === 'write-first' ? null : step.from
}
