// The first interpreter: whether a condition holds of a row that is at hand. Pure, and the one that `can` asks.

import type { AnyActor } from './actor'
import { isWithheld, personOf, ranksAtLeast, roleIn } from './actor'
import type { Condition, Term } from './condition'

/** Whether the condition holds for the actor. Throws when the row does not carry a fact that the condition asks for. */
export function holds<Facts>(actor: AnyActor, { term }: Condition<Facts>, row: Facts): boolean {
  return holdsOf(actor, term, row)
}

function holdsOf(actor: AnyActor, term: Term, row: unknown): boolean {
  switch (term.word) {
    case 'all':
      return term.of.every((each) => holdsOf(actor, each, row))
    case 'any':
      return term.of.some((each) => holdsOf(actor, each, row))
    case 'not':
      return !holdsOf(actor, term.of, row)
    case 'is':
      return factOf(row, term.field) === term.value
    case 'unset':
      return factOf(row, term.field) === null
    case 'mine':
      return isMine(actor, factOf(row, term.field))
    case 'memberOf':
      return ranksAtLeast(roleIn(actor, idOf(row, term.field)), term.least)
    case 'withheld':
      return isWithheld(actor, {
        assignmentId: idOf(row, term.assignment),
        sectionId: idOf(row, term.section),
        circleId: idOf(row, term.circle),
      })
    case 'at':
      return endsOf(factOf(row, term.relation)).some((end) => holdsOf(actor, term.of, end))
  }
}

function isMine(actor: AnyActor, id: unknown): boolean {
  const me = personOf(actor)
  return me !== null && me === id
}

function endsOf(fact: unknown): readonly unknown[] {
  if (Array.isArray(fact)) return fact
  return fact === null ? [] : [fact]
}

function idOf(row: unknown, field: string): string | null {
  const id = factOf(row, field)
  return typeof id === 'string' ? id : null
}

// A fact that was not loaded must never pass for null: that would show what is hidden.
function factOf(row: unknown, field: string): unknown {
  const fact = typeof row === 'object' && row !== null ? Reflect.get(row, field) : undefined
  if (fact === undefined) throw new Error(`A condition asks for "${field}", which the row lacks.`)
  return fact
}
