import 'server-only'
import { availableParallelism } from 'node:os'
import { FairTurns } from './fair-queue'

// Hashing a password takes tens of milliseconds of a processor and 19 MiB. So few are worked on at once, and the others wait in a
// fair queue: whoever sends a thousand guesses keeps nobody else from signing in, nor the server from answering.

const AT_ONCE = Math.max(1, availableParallelism() - 1)

const turns = new FairTurns(AT_ONCE, { most: 2_000, mostInLane: 400 })

/** Does the work when its lane comes to its turn. Throws TooMany when too many wait already. */
export function hashInTurn<T>(lane: string, work: () => Promise<T>): Promise<T> {
  return turns.run(lane, work)
}
