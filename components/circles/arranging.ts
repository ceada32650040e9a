// Circles while they are arranged on a page: who is where, what that changes. Pure.

import type { CirclesInput, CirclesShape } from '@/lib/circles/contract'

export type DraftCircle = {
  /** Of its row in the page; that of the circle where there is one. */
  readonly key: string
  /** Null for one that is not saved yet. */
  readonly id: string | null
  readonly name: string
  readonly members: readonly string[]
}

/** Circles as they are saved, without those who have left the course. */
export function savedCircles(
  { items }: CirclesShape,
  students: ReadonlySet<string>,
): readonly DraftCircle[] {
  return items.map(({ id, name, members }) => ({
    key: id,
    id,
    name,
    members: members.flatMap(({ id: person }) => (students.has(person) ? [person] : [])),
  }))
}

/** With somebody in another circle; in none where `key` is that of none. */
export function withMoved(
  circles: readonly DraftCircle[],
  personId: string,
  key: string,
): readonly DraftCircle[] {
  return circles.map((circle) => {
    const others = circle.members.filter((id) => id !== personId)
    return { ...circle, members: circle.key === key ? [...others, personId] : others }
  })
}

/** With other people in the circles that there are, in order; further ones are added, those left over end. */
export function withDrawn(
  circles: readonly DraftCircle[],
  drawn: readonly (readonly string[])[],
): readonly DraftCircle[] {
  return drawn.map((members, at) => {
    const there = circles[at]
    return there
      ? { ...there, members }
      : { key: `new-${at}`, id: null, name: `Circle ${at + 1}`, members }
  })
}

/** As a list says it: a circle of the same name is kept. */
export function withListed(
  circles: readonly DraftCircle[],
  listed: readonly { readonly name: string; readonly members: readonly string[] }[],
): readonly DraftCircle[] {
  return listed.map(({ name, members }) => {
    const there = circles.find((circle) => circle.name === name)
    return there ? { ...there, members } : { key: `new-${name}`, id: null, name, members }
  })
}

/** How many people would be in another circle than before, or in one for the first time, or in none any more. */
export function movesBetween(
  before: readonly DraftCircle[],
  after: readonly DraftCircle[],
): number {
  const [was, is] = [keyByPerson(before), keyByPerson(after)]
  return [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id))
    .length
}

/** The circle of each person, by its key. */
export function keyByPerson(circles: readonly DraftCircle[]): ReadonlyMap<string, string> {
  return new Map(circles.flatMap(({ key, members }) => members.map((id) => [id, key] as const)))
}

/** As the API takes them. Those without a name are called by their number. */
export function circlesInput(circles: readonly DraftCircle[]): CirclesInput['circles'] {
  return circles.map(({ id, name, members }, at) => ({
    ...(id === null ? {} : { id }),
    name: name.trim() === '' ? `Circle ${at + 1}` : name.trim(),
    members: [...members],
  }))
}
