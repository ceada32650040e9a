const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const WEEK = 7 * DAY

const SAME_YEAR = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})
const OTHER_YEAR = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const FULL = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'full',
  timeStyle: 'short',
  timeZone: 'UTC',
})

/** How long ago, in the shortest words that are still true: "just now", "12 min ago", "yesterday", "3 d ago", "4 Mar". Without a `now`, the day. */
export function relativeTime(at: Date, now: Date | null): string {
  if (now === null) return OTHER_YEAR.format(at)
  const passed = now.getTime() - at.getTime()
  if (passed < MINUTE) return 'just now'
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min ago`
  const days = utcDay(now) - utcDay(at)
  if (days === 0) return `${Math.floor(passed / HOUR)} h ago`
  if (days === 1) return 'yesterday'
  if (passed < WEEK) return `${days} d ago`
  return (at.getUTCFullYear() === now.getUTCFullYear() ? SAME_YEAR : OTHER_YEAR).format(at)
}

/** The whole moment in words, in UTC, as the title of a relative time. */
export function absoluteTime(at: Date): string {
  return `${FULL.format(at)} UTC`
}

function utcDay(at: Date): number {
  return Math.floor(at.getTime() / DAY)
}
