// When work is late and what that takes off. Times are absolute; what a person typed in the course's time zone was made absolute
// before (course-time.ts).

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * What happens to work after the due time. `none`: it counts in full. `closed`: it does not count. `grace`: it counts in full for some
 * hours, then not. `linear`: each day begun takes `perDay` (a share, 0 to 1) off, never below `floor`.
 */
export type LateRule =
  | { readonly kind: 'none' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'grace'; readonly hours: number }
  | { readonly kind: 'linear'; readonly perDay: number; readonly floor: number }

export const NO_LATE_RULE: LateRule = { kind: 'none' }

/** The share of its worth that work of this moment keeps, 0 to 1. Without a due time nothing is late. */
export function latenessFactor(at: Date, dueAt: Date | null, rule: LateRule): number {
  const late = dueAt === null ? 0 : at.getTime() - dueAt.getTime()
  if (late <= 0) return 1
  switch (rule.kind) {
    case 'none':
      return 1
    case 'closed':
      return 0
    case 'grace':
      return late <= rule.hours * HOUR_MS ? 1 : 0
    case 'linear':
      return Math.max(rule.floor, 1 - rule.perDay * Math.ceil(late / DAY_MS))
  }
}

/** The rule in words for students. */
export function lateRuleWords(rule: LateRule): string {
  switch (rule.kind) {
    case 'none':
      return 'Late work counts in full'
    case 'closed':
      return 'Late work does not count'
    case 'grace':
      return `Late work counts for ${rule.hours} ${rule.hours === 1 ? 'hour' : 'hours'} after the due time`
    case 'linear':
      return `Late work loses ${percent(rule.perDay)} a day, never below ${percent(rule.floor)}`
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** An extension moves the due time for one student or one circle. */
export type Extension = { readonly dueAt: Date; readonly for: 'person' | 'circle' }

/** The due time of one student: their own extension decides over their circle's, which decides over the assignment's. */
export function dueTimeOf(dueAt: Date | null, extensions: readonly Extension[]): Date | null {
  const own = extensions.find((extension) => extension.for === 'person')
  return (own ?? extensions.at(0))?.dueAt ?? dueAt
}
