// An event for a post of our own can arrive before the answer to it, or instead of the answer when that is lost. Until the answer
// tells us its id we buffer the event. It also says that a post without an answer may have arrived, so what waits is sent again
// under its old key: the answer settles it.

import type { RoomMessage } from './live-message'
import type { Outgoing, RoomState } from './state'

type Sending = Pick<RoomState, 'me' | 'outgoing'>

export class EchoBuffer {
  #held: RoomMessage[] = []
  #heard = false

  /** Keeps a message that must wait; false for one that need not. */
  holds(message: RoomMessage, sending: Sending): boolean {
    if (!mustWait(message, sending)) return false
    this.#held.push(message)
    this.#heard = true
    return true
  }

  /** The messages that need not wait any more. */
  released(sending: Sending): RoomMessage[] {
    const free = this.#held.filter((message) => !mustWait(message, sending))
    this.#held = this.#held.filter((message) => mustWait(message, sending))
    return free
  }

  /** What is to be sent again, once for all word that came since. */
  sentAgain({ outgoing }: Sending): Outgoing[] {
    const waiting = [...outgoing.values()].filter(({ status }) => status === 'waiting')
    if (!this.#heard || waiting.length === 0) return []
    this.#heard = false
    return waiting
  }
}

function mustWait({ kind, actor }: RoomMessage, { me, outgoing }: Sending): boolean {
  if (!kind.endsWith('.created') || actor?.id !== me?.id) return false
  return [...outgoing.values()].some(({ status }) => status === 'sending' || status === 'waiting')
}
