// From the circles as they are to the circles as they shall be: who leaves which circle, who joins which. Pure.

export type Circle = { readonly id: string; readonly members: readonly string[] }

export type Arrangement = {
  /** Circles that end: nobody names them any more. */
  readonly ended: readonly string[]
  readonly leaving: readonly { readonly personId: string; readonly circleId: string }[]
  readonly joining: readonly { readonly personId: string; readonly circleId: string }[]
}

/** What has to happen between two arrangements. Whoever stays where they are is not in it. */
export function rearranged(before: readonly Circle[], after: readonly Circle[]): Arrangement {
  const [was, is] = [circleByPerson(before), circleByPerson(after)]
  const places = (of: ReadonlyMap<string, string>, not: ReadonlyMap<string, string>) =>
    [...of]
      .filter(([personId, circleId]) => not.get(personId) !== circleId)
      .map(([personId, circleId]) => ({ personId, circleId }))
  const kept = new Set(after.map(({ id }) => id))
  return {
    ended: before.map(({ id }) => id).filter((id) => !kept.has(id)),
    leaving: places(was, is),
    joining: places(is, was),
  }
}

/** The people who are named in more than one circle, or twice in one. */
export function namedTwice(circles: readonly Pick<Circle, 'members'>[]): readonly string[] {
  const people = circles.flatMap(({ members }) => members)
  return people.filter((person, n) => people.indexOf(person) !== n)
}

function circleByPerson(circles: readonly Circle[]): ReadonlyMap<string, string> {
  return new Map(
    circles.flatMap(({ id, members }) => members.map((person) => [person, id] as const)),
  )
}
