// What a course counts as participation and how much of it: chosen before an assignment opens, shown to students, versioned.

/** The four things counted. `sections`: sections with work; `notes`, `replies`: posts; `kinds`: required kinds. */
export const PARTS = ['sections', 'notes', 'replies', 'kinds'] as const
export type Part = (typeof PARTS)[number]

/** `goal`: from here on the part is reached in full. `weight`: its share beside the others. */
export type PartGoal = { readonly goal: number; readonly weight: number }

export type Scheme = {
  /** Of the rules in participation.ts. A score is always computed by the version it was promised under. */
  readonly version: 1
  readonly parts: Readonly<Record<Part, PartGoal>>
  /** A post counts from so many own words. */
  readonly leastWords: number
  /** At most so many notes of one section count. */
  readonly mostPerSection: number
  /** At most so many replies in one thread on one day count. */
  readonly mostPerThreadAndDay: number
  /** Replies count in full once they went to so many different people. */
  readonly leastPeople: number
}

const RULES = {
  version: 1,
  leastWords: 12,
  mostPerSection: 3,
  mostPerThreadAndDay: 2,
  leastPeople: 2,
} as const

/** Schemes to begin with, each with the sentence that explains it. */
export const PRESETS = [
  {
    id: 'first-reading',
    name: 'First reading',
    explains: 'Being through the text matters most; answering others is welcome but weighs little.',
    scheme: { ...RULES, parts: parts([4, 4], [6, 3], [2, 1], [1, 2]) },
  },
  {
    id: 'seminar',
    name: 'Seminar',
    explains: 'Notes in most sections, answers to others, and each required kind once.',
    scheme: { ...RULES, parts: parts([4, 3], [8, 3], [4, 2], [3, 2]) },
  },
  {
    id: 'debate-week',
    name: 'Debate week',
    explains: 'Answering others and arguing with sources weigh more than the number of notes.',
    scheme: { ...RULES, parts: parts([3, 2], [5, 2], [8, 4], [3, 2]) },
  },
] as const satisfies readonly {
  readonly id: string
  readonly name: string
  readonly explains: string
  readonly scheme: Scheme
}[]

/** The names of the presets. */
export const PRESET_IDS = PRESETS.map(({ id }) => id)
export type PresetId = (typeof PRESETS)[number]['id']

type Pair = readonly [goal: number, weight: number]

function parts(sections: Pair, notes: Pair, replies: Pair, kinds: Pair): Scheme['parts'] {
  const part = ([goal, weight]: Pair): PartGoal => ({ goal, weight })
  return {
    sections: part(sections),
    notes: part(notes),
    replies: part(replies),
    kinds: part(kinds),
  }
}

/** The scheme an assignment has until another is chosen. */
export const DEFAULT_SCHEME: Scheme = PRESETS[1].scheme

/** The scheme that somebody chose: a preset by its name, or their own. */
export function schemeNamed(chosen: PresetId | Scheme): Scheme {
  if (typeof chosen !== 'string') return chosen
  return PRESETS.find(({ id }) => id === chosen)?.scheme ?? DEFAULT_SCHEME
}

/** Whether two schemes count the same. */
export function isSameScheme(one: Scheme, other: Scheme): boolean {
  const { parts: _, ...rules } = one
  const sameRules = Object.entries(rules).every(([key, value]) => Reflect.get(other, key) === value)
  return (
    sameRules &&
    PARTS.every((part) => {
      const [a, b] = [one.parts[part], other.parts[part]]
      return a.goal === b.goal && a.weight === b.weight
    })
  )
}

/** A scheme that fits what is assigned: no goal asks for more sections or kinds than there are. A part without anything to reach weighs 0. */
export function fitScheme(
  scheme: Scheme,
  assigned: { readonly sections: number; readonly kinds: number },
): Scheme {
  const within = ({ goal, weight }: PartGoal, most: number): PartGoal =>
    most === 0 ? { goal: 1, weight: 0 } : { goal: Math.min(goal, most), weight }
  const { sections, kinds } = scheme.parts
  return {
    ...scheme,
    parts: {
      ...scheme.parts,
      sections: within(sections, assigned.sections),
      kinds: within(kinds, assigned.kinds),
    },
  }
}
