const DAY_AND_TIME = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})

/** A moment in words, in UTC, alike in the server and the browser: "29 October 2026 at 10:40". */
export function dayAndTime(at: string): string {
  return DAY_AND_TIME.format(new Date(at))
}
