// Times as people write them in a time zone, made absolute and back. Where clocks go forward, an hour is missing: a time in it is no
// moment. Where they go back, an hour comes twice: a time in it is the first of the two.

import { tzOffset } from '@date-fns/tz'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

/** Whether this is the IANA name of a time zone. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch {
    return false
  }
}

export type Reckoned =
  | { readonly kind: 'moment'; readonly at: Date }
  /** Clocks go forward over it. */
  | { readonly kind: 'skipped' }
  | { readonly kind: 'unreadable' }

/** The moment of a wall time (`2026-11-12T12:00`) in a time zone. */
export function momentOfWallTime(wallTime: string, timeZone: string): Reckoned {
  const asIfUtc = WALL_TIME.test(wallTime) ? Date.parse(`${wallTime}Z`) : Number.NaN
  if (Number.isNaN(asIfUtc)) return { kind: 'unreadable' }
  // The offset that holds is the one of the day before or of the day after.
  const moments = [asIfUtc - DAY_MS, asIfUtc + DAY_MS]
    .map((near) => new Date(asIfUtc - tzOffset(timeZone, new Date(near)) * MINUTE_MS))
    .filter((at) => wallTimeOf(at, timeZone) === wallTime)
    .toSorted((one, other) => one.getTime() - other.getTime())
  const [first] = moments
  return first ? { kind: 'moment', at: first } : { kind: 'skipped' }
}

/** The wall time of a moment in a time zone, to the minute: `2026-11-12T12:00`. */
export function wallTimeOf(at: Date, timeZone: string): string {
  const shifted = at.getTime() + tzOffset(timeZone, at) * MINUTE_MS
  return new Date(shifted).toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length)
}

/** A moment in words, as a time zone writes it: "Thu 12 Nov 2026, 12:00 CET". */
export function momentWords(at: Date, timeZone: string): string {
  const { weekday, day, month, year, hour, minute, timeZoneName } = partsOf(at, timeZone)
  return `${weekday} ${day} ${month} ${year}, ${hour}:${minute} ${timeZoneName}`
}

/** The same in short, where year and zone are said elsewhere: "Thu 12 Nov, 12:00". */
export function momentWordsShort(at: Date, timeZone: string): string {
  const { weekday, day, month, hour, minute } = partsOf(at, timeZone)
  return `${weekday} ${day} ${month}, ${hour}:${minute}`
}

function partsOf(at: Date, timeZone: string): Readonly<Record<string, string>> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  })
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
}
