// Where people stand on a thesis: asked before they read the debate, changeable ever after.

export const STANCES = ['agree', 'unsure', 'disagree'] as const
export type Stance = (typeof STANCES)[number]

export type StanceGiven = { readonly opening: Stance; readonly now: Stance }

export type StanceCount = Readonly<Record<Stance, number>>

export type StanceSummary = {
  readonly opening: StanceCount
  readonly now: StanceCount
  readonly people: number
  /** How many stand elsewhere now than when they opened the debate. */
  readonly changed: number
}

/** How people stood and stand. */
export function stanceSummary(given: readonly StanceGiven[]): StanceSummary {
  return {
    opening: counted(given.map(({ opening }) => opening)),
    now: counted(given.map(({ now }) => now)),
    people: given.length,
    changed: given.filter(({ opening, now }) => opening !== now).length,
  }
}

function counted(stances: readonly Stance[]): StanceCount {
  const of = (stance: Stance) => stances.filter((each) => each === stance).length
  return { agree: of('agree'), unsure: of('unsure'), disagree: of('disagree') }
}

/** "7 of 22 changed their mind", or that nobody has, or that nobody has said. */
export function changedWords({ people, changed }: StanceSummary): string {
  if (people === 0) return 'Nobody has taken a stance yet'
  if (changed === 0) return `Nobody of ${people} has changed their mind`
  return `${changed} of ${people} changed their mind`
}
