// Times and ids of things that are said to have happened a while ago.

import { UUID } from 'uuidv7'

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60

/** So many minutes before a moment. */
export function minutesBefore(now: Date, minutes: number): Date {
  return new Date(now.getTime() - minutes * MINUTE_MS)
}

const HOUR_MINUTES = 60

/**
 * When a post was written that is so many minutes old. Ages are mostly told in whole hours, and people do not write on the
 * hour: each hour is shifted by some minutes of its own, less than an hour, so that order is kept.
 */
export function writtenAt(now: Date, ago: number): Date {
  const shift = (Math.floor(ago / HOUR_MINUTES) * 37) % 53
  return minutesBefore(now, ago + shift)
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
