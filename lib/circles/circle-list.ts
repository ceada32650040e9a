// Circles from a list as it is pasted: a name and a circle in each line. Pure.

import { groupedBy } from '@/lib/grouped'
import { pastedRows } from '@/lib/pasted-rows'

type Person = { readonly id: string; readonly name: string }

export type ReadCircles = {
  /** In the order in which they are named first. */
  readonly circles: readonly { readonly name: string; readonly members: readonly string[] }[]
  /** What is wrong with the list, line by line; nothing is done while there is anything. */
  readonly faults: readonly string[]
}

/**
 * Reads lines of `name, circle`; commas, semicolons and tabs separate, quotes hold. A first line that names columns is left out. Names
 * are matched regardless of capitals; who is not in the course, or shares a name with somebody, is a fault. Linear in the list.
 */
export function readCircles(list: string, people: readonly Person[]): ReadCircles {
  const rows = pastedRows(list)
  if (rows === null) return { circles: [], faults: ['This is no list: a quote is not closed.'] }
  const members = new Map<string, string[]>()
  const faults: string[] = []
  const placed = new Set<string>()
  const byName = groupedBy(people, ({ name }) => folded(name))
  for (const [at, [name = '', circle = '']] of rows.entries()) {
    if (at === 0 && HEADINGS.has(folded(name))) continue
    const [person, ...others] = byName.get(folded(name)) ?? []
    const fault = faultOf({ name, circle, person, others, placed })
    if (fault !== null || !person) faults.push(`Line ${at + 1}: ${fault}`)
    else {
      placed.add(person.id)
      members.set(circle, [...(members.get(circle) ?? []), person.id])
    }
  }
  return { circles: [...members].map(([name, ids]) => ({ name, members: ids })), faults }
}

const HEADINGS: ReadonlySet<string> = new Set(['name', 'student'])

function faultOf(line: {
  readonly name: string
  readonly circle: string
  readonly person: Person | undefined
  readonly others: readonly Person[]
  readonly placed: ReadonlySet<string>
}): string | null {
  const { name, circle, person, others, placed } = line
  if (!person) return `nobody called “${name}” is a student of this course.`
  if (others.length > 0) return `several students are called “${name}”. Place them by hand.`
  if (circle === '') return `no circle is named for “${name}”.`
  return placed.has(person.id) ? `“${name}” stands twice.` : null
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}
