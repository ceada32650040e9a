// The third interpreter: a condition as SQL, for the statements that Prisma cannot say. Rows at the end of a relation are
// looked for with EXISTS, or under an alias that the statement has joined already.

import { Prisma } from '@/lib/generated/prisma/client'
import type { AnyActor } from './actor'
import { circlesOf, groupsOf, personOf, shutTo } from './actor'
import type { Condition, Term, Value } from './condition'
import { columnOf, relationOf, type TableName } from './tables'

/** A row of the statement: its table, its alias, and the aliases of relations that are joined already. */
export type Row = {
  readonly table: TableName
  readonly as: string
  readonly joined?: Readonly<Record<string, string>>
}

/** The condition as SQL for the actor. The operator sees everything, which is the caller's to know (sight.ts). */
export function sqlOf<Facts>(actor: AnyActor, { term }: Condition<Facts>, row: Row): Prisma.Sql {
  return conditionOf(actor, term, row)
}

function conditionOf(actor: AnyActor, term: Term, row: Row): Prisma.Sql {
  switch (term.word) {
    case 'all':
      return joined(actor, term.of, row, ' AND ', Prisma.sql`TRUE`)
    case 'any':
      return joined(actor, term.of, row, ' OR ', Prisma.sql`FALSE`)
    case 'not':
      return Prisma.sql`(${conditionOf(actor, term.of, row)}) IS NOT TRUE`
    case 'is':
      return Prisma.sql`${columnIn(row, term.field)} = ${literal(term.value)}`
    case 'unset':
      return Prisma.sql`${columnIn(row, term.field)} IS NULL`
    case 'mine':
      return mineSql(personOf(actor), columnIn(row, term.field))
    case 'memberOf':
      return memberSql(groupsOf(actor, term.least), columnIn(row, term.field))
    case 'withheld':
      return withheldSql(actor, {
        assignment: columnIn(row, term.assignment),
        section: columnIn(row, term.section),
        circle: columnIn(row, term.circle),
      })
    case 'at':
      return atSql(actor, term, row)
  }
}

function joined(
  actor: AnyActor,
  terms: readonly Term[],
  row: Row,
  by: ' AND ' | ' OR ',
  none: Prisma.Sql,
): Prisma.Sql {
  if (terms.length === 0) return none
  return Prisma.sql`(${Prisma.join(
    terms.map((each) => conditionOf(actor, each, row)),
    by,
  )})`
}

function mineSql(me: string | null, column: Prisma.Sql): Prisma.Sql {
  return me === null ? Prisma.sql`FALSE` : Prisma.sql`${column} = ${me}::uuid`
}

function memberSql(groups: readonly string[], column: Prisma.Sql): Prisma.Sql {
  return groups.length === 0
    ? Prisma.sql`FALSE`
    : Prisma.sql`${column} = ANY(${[...groups]}::uuid[])`
}

type Columns = Readonly<Record<'assignment' | 'section' | 'circle', Prisma.Sql>>

function withheldSql(actor: AnyActor, { assignment, section, circle }: Columns): Prisma.Sql {
  const shut = pairsSql(shutTo(actor))
  const circles = pairsSql(circlesOf(actor))
  const ways = [
    ...(shut
      ? [
          Prisma.sql`EXISTS (SELECT 1 FROM ${shut}
            WHERE w.a = ${assignment} AND w.b IS NOT DISTINCT FROM ${section})`,
        ]
      : []),
    ...(circles
      ? [
          Prisma.sql`(${circle} IS NOT NULL AND EXISTS (SELECT 1 FROM ${circles}
            WHERE w.a = ${assignment} AND w.b IS DISTINCT FROM ${circle}))`,
        ]
      : []),
  ]
  return ways.length === 0 ? Prisma.sql`FALSE` : Prisma.sql`(${Prisma.join(ways, ' OR ')})`
}

function pairsSql(pairs: readonly (readonly [string, string | null])[]): Prisma.Sql | null {
  if (pairs.length === 0) return null
  const [a, b] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)]
  return Prisma.sql`unnest(${a}::uuid[], ${b}::uuid[]) AS w (a, b)`
}

function atSql(
  actor: AnyActor,
  { relation, of }: Extract<Term, { word: 'at' }>,
  row: Row,
): Prisma.Sql {
  const { table, on } = relationOf(row.table, relation)
  const alias = row.joined?.[relation]
  const end = { table, as: alias ?? `${row.as}_${relation}` }
  const condition = conditionOf(actor, of, end)
  const there = Prisma.raw(`${end.as}.${on[1]}`)
  // A left join gives a row of nulls where there is none.
  if (alias !== undefined) return Prisma.sql`(${there} IS NOT NULL AND ${condition})`
  return Prisma.sql`EXISTS (SELECT 1 FROM ${Prisma.raw(`${table} ${end.as}`)}
    WHERE ${there} = ${Prisma.raw(`${row.as}.${on[0]}`)} AND ${condition})`
}

function columnIn({ table, as }: Row, field: string): Prisma.Sql {
  return Prisma.raw(`${as}.${columnOf(table, field).name}`)
}

// Values stand in the rules, never in a request: written out, they let the planner use partial indexes.
function literal(value: Value): Prisma.Sql {
  if (typeof value !== 'string') return Prisma.raw(String(value))
  if (!/^[a-z-]+$/.test(value)) throw new Error(`"${value}" is no word of an enumeration.`)
  return Prisma.raw(`'${value}'`)
}
