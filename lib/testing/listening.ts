import * as z from 'zod'
import { annotationMessage } from '@/lib/annotations/contract'
import { debateMessage } from '@/lib/debates/contract/shapes'
import type { EventCursor } from '@/lib/events/cursor'
import { hub } from '@/lib/live'
import { noticesMessage } from '@/lib/notifications/contract'
import type { Actor } from '@/lib/policy/actor'
import { revisionMessage } from '@/lib/revisions/contract'
import { threadMessage } from '@/lib/threads/contract/threads'

const anyMessage = z.discriminatedUnion('noun', [
  annotationMessage,
  threadMessage,
  revisionMessage,
  debateMessage,
  noticesMessage,
])

/** A message of the live channel, read as a browser reads it. */
export type LiveMessage = z.infer<typeof anyMessage>

export type Listening = {
  /** What was told so far, in order. */
  readonly messages: LiveMessage[]
  /** The cursors beside them, one a frame. */
  readonly cursors: string[]
  /** Waits for a message that holds, no longer than the test. */
  readonly until: (holds: (message: LiveMessage) => boolean) => Promise<LiveMessage>
  readonly untilEnded: () => Promise<void>
  /** Waits until it was told to fetch afresh, so many times. */
  readonly untilReset: (times?: number) => Promise<void>
  readonly resets: () => number
  readonly leave: () => void
}

export type Where = {
  /** Null: only what is for this person. */
  readonly readingId: string | null
  readonly groupId?: string | null
  /** Where to go on from; without it, from now. */
  readonly from?: EventCursor
  readonly expiresAt?: Date
  /** Who they are when their rights are asked for again; without it, the same as before. */
  readonly renew?: () => Promise<Actor | null>
}

/** Somebody who listens to a reading. */
export async function listenAs(
  actor: Actor,
  { readingId, groupId = null, from, expiresAt, renew = async () => actor }: Where,
): Promise<Listening> {
  const messages: LiveMessage[] = []
  const cursors: string[] = []
  const waiting = new Set<() => void>()
  const wake = () => {
    for (const look of [...waiting]) look()
  }
  let ended = false
  let resets = 0
  const leave = hub().subscribe(
    {
      actor,
      expiresAt: expiresAt ?? null,
      renew,
      readingId,
      groupId,
      send: (frame) => {
        messages.push(...frame.messages.map((message) => anyMessage.parse(message)))
        cursors.push(frame.cursor)
        wake()
      },
      end: () => {
        ended = true
        wake()
      },
      reset: () => {
        resets += 1
        wake()
      },
    },
    from ?? (await hub().position()),
  )
  const waitFor = <Found>(find: () => Found | undefined) =>
    new Promise<Found>((done) => {
      const look = () => {
        const found = find()
        if (found === undefined) return
        waiting.delete(look)
        done(found)
      }
      waiting.add(look)
      look()
    })
  return {
    messages,
    cursors,
    until: (holds) => waitFor(() => messages.find(holds)),
    untilEnded: () => waitFor(() => (ended ? null : undefined)).then(() => undefined),
    untilReset: (times = 1) => waitFor(() => (resets >= times ? null : undefined)).then(() => {}),
    resets: () => resets,
    leave,
  }
}
