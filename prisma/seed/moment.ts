// Times and ids of things that are said to have happened a while ago.

import { UUID } from 'uuidv7'

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60

/** So many minutes before a moment. */
export function minutesBefore(now: Date, minutes: number): Date {
  return new Date(now.getTime() - minutes * MINUTE_MS)
}

/** So many days before a moment. */
export function daysBefore(now: Date, days: number): Date {
  return minutesBefore(now, days * DAY_MINUTES)
}

/** A UUIDv7 that sorts where a thing made at that millisecond belongs. */
export function idAt(at: Date): string {
  const [low = 0, high = 0, early = 0] = crypto.getRandomValues(new Uint32Array(3))
  return UUID.fromFieldsV7(at.getTime(), early >>> 20, high >>> 2, low).toString()
}
