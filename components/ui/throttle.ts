/** A call that waits a moment, so that many calls become one. Milliseconds. */
export function throttle(work: () => void, pause: number): () => void {
  let waiting = false
  return () => {
    if (waiting) return
    waiting = true
    setTimeout(() => {
      waiting = false
      work()
    }, pause)
  }
}
