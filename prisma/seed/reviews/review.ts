// What waits at the review desk of a demo group, as plain data. A post is named by its first words. Ages are minutes before the moment of
// loading.

import type { FlagReason } from '@/lib/moderation/reason'
import type { GroupKey } from '../groups'
import type { PersonKey } from '../people'

export type DemoFlag = {
  readonly by: PersonKey
  readonly ago: number
  readonly reason: FlagReason
  readonly words?: string
}

/** A post that readers reported. */
export type DemoReport = {
  readonly post: string
  readonly flags: readonly DemoFlag[]
  readonly assignedTo?: PersonKey
}

/** A post that was hidden, and what its author says to that. */
export type DemoHidden = DemoReport & {
  readonly by: PersonKey
  readonly ago: number
  /** The number of the group's rule. */
  readonly rule: string
  readonly words: string
  readonly appeal: { readonly ago: number; readonly words: string }
}

/** A post that a rule of the group holds back. */
export type DemoHeld = { readonly post: string; readonly why: string }

export type DemoReviews = {
  readonly group: GroupKey
  readonly reports: readonly DemoReport[]
  readonly hidden: readonly DemoHidden[]
  readonly held: readonly DemoHeld[]
}
