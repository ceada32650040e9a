// A roster from a list as it is pasted or comes from a file: name, address and role in each line. Pure.

import { Invalid } from '@/lib/errors'
import { pastedRows } from '@/lib/pasted-rows'
import { normaliseEmail, normaliseName } from '@/lib/people/person'
import type { GroupRole } from '@/lib/policy/actor'

export const LINES_MAXIMUM = 1000

export type RosterLine = {
  /** From 1, as it stands in the list without its empty lines. */
  readonly line: number
  readonly name: string
  readonly email: string
  readonly role: GroupRole
}

export type RosterFault = { readonly line: number; readonly fault: string }

export type ReadRoster = {
  readonly lines: readonly RosterLine[]
  /** What is wrong, line by line; nothing is done while there is anything. */
  readonly faults: readonly RosterFault[]
}

type Columns = { readonly name: number; readonly email: number; readonly role: number }

const NONE = -1

/**
 * Reads a list. A first line that names its columns says where they are; without it, the address is the column with an @ in it, the name
 * the first other one and the role the next. An empty role is a student. An address that stands twice is a fault. Linear in the list.
 */
export function readRoster(list: string): ReadRoster {
  const rows = pastedRows(list)
  if (rows === null) return failing('This is no list: a quote is not closed.')
  if (rows.length > LINES_MAXIMUM + 1) {
    return failing(`A list has up to ${LINES_MAXIMUM} lines. Add the rest as another list.`)
  }
  const [first = []] = rows
  const named = columnsNamed(first)
  const lines: RosterLine[] = []
  const faults: RosterFault[] = []
  const seen = new Map<string, number>()
  for (const [at, row] of rows.entries()) {
    if (at === 0 && named) continue
    const read = readLine(row, { columns: named ?? columnsGuessed(row), line: at + 1, seen })
    if ('fault' in read) faults.push(read)
    else lines.push(read)
  }
  return { lines, faults }
}

function readLine(
  row: readonly string[],
  {
    columns,
    line,
    seen,
  }: { readonly columns: Columns; readonly line: number; readonly seen: Map<string, number> },
): RosterLine | RosterFault {
  try {
    const person = personIn(row, columns)
    const before = seen.get(person.email)
    if (before !== undefined) return { line, fault: `The address of line ${before} again.` }
    seen.set(person.email, line)
    return { line, ...person }
  } catch (error) {
    if (error instanceof Invalid) return { line, fault: error.message }
    throw error
  }
}

function failing(fault: string): ReadRoster {
  return { lines: [], faults: [{ line: 1, fault }] }
}

const HEADINGS = {
  name: new Set(['name', 'student', 'full name', 'display name']),
  email: new Set(['email', 'e-mail', 'mail', 'address', 'email address', 'e-mail address']),
  role: new Set(['role', 'type']),
} as const

function columnsNamed(row: readonly string[]): Columns | null {
  const at = (part: keyof Columns) => row.findIndex((cell) => HEADINGS[part].has(folded(cell)))
  const email = at('email')
  return email === NONE ? null : { name: at('name'), email, role: at('role') }
}

function columnsGuessed(row: readonly string[]): Columns {
  const email = Math.max(
    0,
    row.findIndex((cell) => cell.includes('@')),
  )
  const [name = NONE, role = NONE] = row.map((_, at) => at).filter((at) => at !== email)
  return { name, email, role }
}

function personIn(row: readonly string[], columns: Columns): Omit<RosterLine, 'line'> {
  const cell = (at: number) => row[at] ?? ''
  const typed = cell(columns.email)
  if (typed === '') throw new Invalid('email', 'There is no e-mail address.')
  const email = normaliseEmail(typed)
  const role = ROLES.get(folded(cell(columns.role)))
  if (!role) throw new Invalid('role', `“${cell(columns.role)}” is no role here.`)
  const name = cell(columns.name)
  // Whoever is known by their address alone gets a name when they join.
  return { email, role, name: name === '' ? '' : normaliseName(name) }
}

const ROLES: ReadonlyMap<string, GroupRole> = new Map([
  ['', 'member'],
  ['student', 'member'],
  ['member', 'member'],
  ['guest', 'guest'],
  ['assistant', 'assistant'],
  ['teaching assistant', 'assistant'],
  ['moderator', 'moderator'],
  ['instructor', 'instructor'],
  ['owner', 'owner'],
])

function folded(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase()
}
