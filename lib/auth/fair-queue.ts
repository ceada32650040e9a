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

/** Lets so many work at once; the others wait in lanes. */
export class FairTurns {
  readonly #atOnce: number
  readonly #queue: FairQueue<() => void>
  #working = 0

  constructor(atOnce: number, bounds: QueueBounds) {
    this.#atOnce = atOnce
    this.#queue = new FairQueue(bounds)
  }

  /** Does the work when its lane comes to its turn. Throws TooMany when too many wait already. */
  async run<T>(lane: string, work: () => Promise<T>): Promise<T> {
    if (this.#working >= this.#atOnce) await new Promise<void>((go) => this.#queue.push(lane, go))
    else this.#working += 1
    try {
      return await work()
    } finally {
      const next = this.#queue.shift()
      // The place is handed on, not given back: nobody who comes just now may take it first.
      if (next) next()
      else this.#working -= 1
    }
  }
}
