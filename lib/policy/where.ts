// The second interpreter: a condition as a Prisma filter. Two things of Prisma have to be minded. An empty AND or OR inside another
// filter is passed over, so what always or never holds is reckoned here and never sent. And a comparison with null is unknown,
// as is its negation, so a comparison with a column that may be null says that it is not.

import type { AnyActor } from './actor'
import { circlesOf, groupsOf, personOf, shutTo } from './actor'
import type { Condition, Term, Value } from './condition'
import { columnOf, relationOf, type TableName } from './tables'

/** A Prisma filter on the table's model. */
export type Filter = { readonly [key: string]: unknown }

const NOTHING: Filter = { id: { in: [] } }

/** The condition as a filter for the actor. The operator sees everything, which is the caller's to know (visible.ts). */
export function whereOf<Facts>(
  actor: AnyActor,
  { term }: Condition<Facts>,
  table: TableName,
): Filter {
  const found = filterOf(actor, term, table)
  if (typeof found !== 'boolean') return found
  return found ? {} : NOTHING
}

function filterOf(actor: AnyActor, term: Term, table: TableName): Filter | boolean {
  switch (term.word) {
    case 'all':
      return together(actor, term.of, table, 'AND')
    case 'any':
      return together(actor, term.of, table, 'OR')
    case 'not':
      return contrary(filterOf(actor, term.of, table))
    case 'is':
      return equals(table, term.field, term.value)
    case 'unset':
      return columnOf(table, term.field).nullable && { [term.field]: null }
    case 'mine':
      return equals(table, term.field, personOf(actor))
    case 'memberOf':
      return oneOf(table, term.field, groupsOf(actor, term.least))
    case 'withheld':
      return withheldFilter(actor, term)
    case 'at':
      return atFilter(actor, term, table)
  }
}

function together(
  actor: AnyActor,
  terms: readonly Term[],
  table: TableName,
  by: 'AND' | 'OR',
): Filter | boolean {
  const settles = by === 'OR'
  const found = terms.map((each) => filterOf(actor, each, table))
  if (found.includes(settles)) return settles
  const filters = found.filter((each) => typeof each !== 'boolean')
  return filters.length === 0 ? !settles : { [by]: filters }
}

function contrary(filter: Filter | boolean): Filter | boolean {
  return typeof filter === 'boolean' ? !filter : { NOT: filter }
}

function equals(table: TableName, field: string, value: Value | null): Filter | boolean {
  return value !== null && known(table, field, { [field]: value })
}

function oneOf(table: TableName, field: string, values: readonly string[]): Filter | boolean {
  return values.length > 0 && known(table, field, { [field]: { in: [...values] } })
}

function known(table: TableName, field: string, filter: Filter): Filter {
  if (!columnOf(table, field).nullable) return filter
  return { AND: [filter, { [field]: { not: null } }] }
}

function withheldFilter(
  actor: AnyActor,
  { assignment, section, circle }: Extract<Term, { word: 'withheld' }>,
): Filter | boolean {
  const shut = shutTo(actor).map(([assignmentId, sectionId]) => ({
    AND: [
      { [assignment]: assignmentId },
      { [assignment]: { not: null } },
      { [section]: sectionId },
      ...(sectionId === null ? [] : [{ [section]: { not: null } }]),
    ],
  }))
  const ofOthers = circlesOf(actor).map(([assignmentId, circleId]) => ({
    AND: [
      { [assignment]: assignmentId },
      { [assignment]: { not: null } },
      { [circle]: { not: null } },
      ...(circleId === null ? [] : [{ [circle]: { not: circleId } }]),
    ],
  }))
  const any = [...shut, ...ofOthers]
  return any.length > 0 && { OR: any }
}

function atFilter(
  actor: AnyActor,
  { relation, of }: Extract<Term, { word: 'at' }>,
  table: TableName,
): Filter | boolean {
  const { table: there, end } = relationOf(table, relation)
  const found = filterOf(actor, of, there)
  if (found === false) return false
  if (end === 'many') return { [relation]: { some: found === true ? {} : found } }
  if (found === true) return end === 'one' || { [relation]: { isNot: null } }
  return { [relation]: { is: found } }
}
