// A hint inside one process: something was committed, look at the outbox now. Losing a hint costs at most one poll.

const listeners = new Set<() => void>()

declare global {
  var colloquyCommitListeners: Set<() => void> | undefined
}

// Next may load this module more than once in a process: the listeners must still be one set.
function shared(): Set<() => void> {
  globalThis.colloquyCommitListeners ??= listeners
  return globalThis.colloquyCommitListeners
}

/** Calls back whenever this process has committed an event; returns how to stop that. */
export function onCommit(listener: () => void): () => void {
  shared().add(listener)
  return () => shared().delete(listener)
}

/** Says that this process has committed an event. */
export function signalCommit(): void {
  for (const listener of shared()) listener()
}
