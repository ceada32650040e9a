// What the process that reads texts and the one that asked for it say to each other.

import type { Phase } from '@/lib/converting/converted'
import type { Read, Source } from '@/lib/converting/files/convert'

export type Order = { readonly source: Source; readonly allowed: readonly string[] }

export type Answer =
  | {
      readonly kind: 'progress'
      readonly phase: Phase
      readonly done: number
      readonly total: number | null
    }
  | { readonly kind: 'read'; readonly read: Read }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'broken'; readonly message: string }

/** Whether something is an answer: only our own process speaks on the channel, so its kind is enough. */
export function isAnswer(message: unknown): message is Answer {
  return typeof message === 'object' && message !== null && 'kind' in message
}

export function isOrder(message: unknown): message is Order {
  return typeof message === 'object' && message !== null && 'source' in message
}
