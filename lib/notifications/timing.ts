// When somebody may be mailed: not in their quiet hours, and a digest once after each of its hours. Pure.

import { momentOfWallTime, wallTimeOf } from '@/lib/time-zone'

export type Timing = {
  /** Hours of the day, 0 to 23, in the time zone; null: none. From 22 to 7 goes over midnight. */
  readonly quietFrom: number | null
  readonly quietTo: number | null
  readonly digest: 'off' | 'daily' | 'weekly'
  readonly digestHour: number
  /** Of a weekly digest: 1 Monday to 7 Sunday. */
  readonly digestDay: number
  /** IANA. */
  readonly timeZone: string
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Whether no mail goes out at a moment. Hours that are the same are none. */
export function isQuiet({ quietFrom, quietTo, timeZone }: Timing, at: Date): boolean {
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return false
  const hour = Number(wallTimeOf(at, timeZone).slice(11, 13))
  return quietFrom < quietTo
    ? hour >= quietFrom && hour < quietTo
    : hour >= quietFrom || hour < quietTo
}

/** The last moment at which a digest was due, at most eight days ago; null where none is wanted. */
export function lastDigestMoment(timing: Timing, now: Date): Date | null {
  if (timing.digest === 'off') return null
  for (let days = 0; days <= 8; days += 1) {
    const date = wallTimeOf(new Date(now.getTime() - days * DAY_MS), timing.timeZone).slice(0, 10)
    if (timing.digest === 'weekly' && weekday(date) !== timing.digestDay) continue
    const at = momentAt(date, timing)
    if (at !== null && at <= now) return at
  }
  return null
}

// An hour that clocks skip is the next one.
function momentAt(date: string, { digestHour, timeZone }: Timing): Date | null {
  for (const hour of [digestHour, digestHour + 1]) {
    const wall = `${date}T${String(hour).padStart(2, '0')}:00`
    const reckoned = momentOfWallTime(wall, timeZone)
    if (reckoned.kind === 'moment') return reckoned.at
  }
  return null
}

function weekday(date: string): number {
  return new Date(`${date}T12:00Z`).getUTCDay() || 7
}

// A server that was away in the hour itself makes up for it on the same day; later, the next one brings it.
const LATE_MS = 12 * HOUR_MS

/** Whether a digest is to be sent now, `last` being when the last one was. */
export function isDigestDue(timing: Timing, now: Date, last: Date | null): boolean {
  const due = lastDigestMoment(timing, now)
  if (due === null || now.getTime() - due.getTime() > LATE_MS) return false
  return !isQuiet(timing, now) && (last === null || last < due)
}
