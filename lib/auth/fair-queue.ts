import 'server-only'
import { TooMany } from '@/lib/errors'

// Those who wait, in lanes: the next one comes from the lane after the last, so that whoever sends a thousand waits behind
// himself and not before the others.

const RETRY_SECONDS = 5

export type QueueBounds = { readonly most: number; readonly mostInLane: number }

export class FairQueue<Waiting> {
  readonly #lanes = new Map<string, Waiting[]>()
  readonly #bounds: QueueBounds
  #size = 0

  constructor(bounds: QueueBounds) {
    this.#bounds = bounds
  }

  get size(): number {
    return this.#size
  }

  /** Puts one at the end of its lane. Throws TooMany when the lane or the queue is full. */
  push(lane: string, waiting: Waiting): void {
    const { most, mostInLane } = this.#bounds
    const line = this.#lanes.get(lane) ?? []
    if (this.#size >= most || line.length >= mostInLane) throw new TooMany(RETRY_SECONDS)
    line.push(waiting)
    this.#lanes.set(lane, line)
    this.#size += 1
  }

  /** Takes the next one, whose lane goes to the end; null when nobody waits. */
  shift(): Waiting | null {
    for (const [lane, line] of this.#lanes) {
      this.#lanes.delete(lane)
      const [first, ...rest] = line
      if (rest.length > 0) this.#lanes.set(lane, rest)
      if (first === undefined) continue
      this.#size -= 1
      return first
    }
    return null
  }
}
