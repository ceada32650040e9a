const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** A day (`2026-11-02`) in words: "2 Nov". */
export function dayWords(day: string): string {
  return DAY.format(new Date(day))
}
