import { uuidv7 } from 'uuidv7'

/** A new UUIDv7: sorts by the millisecond it was made in, and within one process strictly by order of making. */
export function newId(): string {
  return uuidv7()
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a string is a UUID in the one spelling that ids have here (lower case, with hyphens). */
export function isId(value: string): boolean {
  return UUID.test(value)
}
