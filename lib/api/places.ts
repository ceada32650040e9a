import 'server-only'
import { TooMany } from '@/lib/errors'

// What stays open for a while (a stream, an upload) takes places: one of its person's, one of its network's, one of the server's.
// Counted in the memory of this process, where the open thing is.

export type Place = {
  /** Whose place: a person's id, a network; the same for all where the server itself is meant. */
  readonly key: string
  /** How many there are. */
  readonly most: number
  /** What to say when all are taken. */
  readonly full: string
}

const RETRY_SECONDS = 10

export class Places {
  readonly #taken = new Map<string, number>()

  /** Takes one of each, and returns what gives them back, once. Throws TooMany, and takes none, when one is full. */
  take(places: readonly Place[]): () => void {
    for (const { key, most, full } of places) {
      if ((this.#taken.get(key) ?? 0) >= most) throw new TooMany(RETRY_SECONDS, full)
    }
    for (const { key } of places) this.#taken.set(key, (this.#taken.get(key) ?? 0) + 1)
    let isGiven = false
    return () => {
      if (isGiven) return
      isGiven = true
      for (const { key } of places) this.#give(key)
    }
  }

  #give(key: string): void {
    const left = (this.#taken.get(key) ?? 1) - 1
    if (left > 0) this.#taken.set(key, left)
    else this.#taken.delete(key)
  }
}
