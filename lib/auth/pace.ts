import 'server-only'
import { FairQueue } from './fair-queue'

// Turns that come one after the other with a pause between: whoever is in line is served, in lanes, and only a line that is too
// long refuses. In the memory of this process: several nodes have a line each.

const BOUNDS = { most: 10, mostInLane: 3 }
const MOST_LINES = 10_000

const lines = new Map<string, FairQueue<() => void>>()

/** Waits for a turn under a key; turns are `pauseMs` apart. Throws TooMany when too many wait for one already. */
export async function takePacedTurn(key: string, lane: string, pauseMs: number): Promise<void> {
  const line = lines.get(key)
  if (line) return new Promise((go) => line.push(lane, go))
  if (lines.size >= MOST_LINES) return
  const queue = new FairQueue<() => void>(BOUNDS)
  const timer = setInterval(() => {
    const next = queue.shift()
    if (next) return next()
    clearInterval(timer)
    lines.delete(key)
  }, pauseMs)
  timer.unref()
  lines.set(key, queue)
}
