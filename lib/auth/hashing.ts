import 'server-only'
import { availableParallelism } from 'node:os'
import { FairQueue } from './fair-queue'

// Hashing a password takes tens of milliseconds of a processor and 19 MiB. So few are worked on at once, and the others wait in a
// fair queue: whoever sends a thousand guesses keeps nobody else from signing in, nor the server from answering.

const AT_ONCE = Math.max(1, availableParallelism() - 1)

const queue = new FairQueue<() => void>({ most: 2_000, mostInLane: 400 })
let working = 0

/** Does the work when its lane comes to its turn. Throws TooMany when too many wait already. */
export async function hashInTurn<T>(lane: string, work: () => Promise<T>): Promise<T> {
  if (working >= AT_ONCE) await new Promise<void>((go) => queue.push(lane, go))
  else working += 1
  try {
    return await work()
  } finally {
    const next = queue.shift()
    // The place is handed on, not given back: nobody who comes just now may take it first.
    if (next) next()
    else working -= 1
  }
}
