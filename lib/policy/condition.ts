// Who may see what, as data. A condition is a sentence in ten words about an actor and a row; it knows no database and no
// request. Three interpreters read it: holds.ts (in memory), where.ts (Prisma) and sql.ts. agreement.db.test.ts proves that
// they always say the same. The rules themselves stand in sight.ts.

import type { GroupRole } from './actor'

/** A condition without the type of what it is about: what the interpreters read. */
export type Term =
  | { readonly word: 'all'; readonly of: readonly Term[] }
  | { readonly word: 'any'; readonly of: readonly Term[] }
  | { readonly word: 'not'; readonly of: Term }
  | { readonly word: 'is'; readonly field: string; readonly value: Value }
  | { readonly word: 'unset'; readonly field: string }
  | { readonly word: 'mine'; readonly field: string }
  | { readonly word: 'memberOf'; readonly field: string; readonly least: GroupRole }
  | {
      readonly word: 'withheld'
      readonly assignment: string
      readonly section: string
      readonly circle: string
    }
  | { readonly word: 'at'; readonly relation: string; readonly of: Term }

export type Word = Term['word']
/** What `is` compares with: words of an enumeration, numbers, yes and no. */
export type Value = string | number | boolean

/** A condition about rows that carry these facts. `about` exists for the type alone. */
export type Condition<Facts> = { readonly term: Term; readonly about?: (facts: Facts) => void }

type Field<Facts> = keyof Facts & string
/** What stands at the other end of a relation, whether one or many stand there. */
type End<Relation> = Relation extends readonly (infer Each)[] ? Each : NonNullable<Relation>

/** Every one of them holds. */
export function all<Facts>(...of: readonly Condition<Facts>[]): Condition<Facts> {
  return { term: { word: 'all', of: of.map(({ term }) => term) } }
}

/** At least one of them holds. */
export function any<Facts>(...of: readonly Condition<Facts>[]): Condition<Facts> {
  return { term: { word: 'any', of: of.map(({ term }) => term) } }
}

/** It does not hold. */
export function not<Facts>(of: Condition<Facts>): Condition<Facts> {
  return { term: { word: 'not', of: of.term } }
}

/** The field has this value; null has none. */
export function is<Facts, F extends Field<Facts> = Field<Facts>>(
  field: F,
  value: Facts[F] & Value,
): Condition<Facts> {
  return { term: { word: 'is', field, value } }
}

/** The field is null. */
export function unset<Facts>(field: Field<Facts>): Condition<Facts> {
  return { term: { word: 'unset', field } }
}

/** The field names the person who asks. Nobody owns anything who is not signed in. */
export function mine<Facts>(field: Field<Facts>): Condition<Facts> {
  return { term: { word: 'mine', field } }
}

/** The field names a group in which the actor ranks at least so high; in any role, if none is given. */
export function memberOf<Facts>(field: Field<Facts>, least: GroupRole = 'guest'): Condition<Facts> {
  return { term: { word: 'memberOf', field, least } }
}

/** The fields name an assignment, a section and a circle of which others' words are still withheld from the actor. */
export function withheld<Facts>(
  assignment: Field<Facts>,
  section: Field<Facts>,
  circle: Field<Facts>,
): Condition<Facts> {
  return { term: { word: 'withheld', assignment, section, circle } }
}

/** What stands at the relation meets the condition: the one, or at least one of the many. */
export function at<Facts, R extends Field<Facts> = Field<Facts>>(
  relation: R,
  of: Condition<End<Facts[R]>>,
): Condition<Facts> {
  return { term: { word: 'at', relation, of: of.term } }
}
