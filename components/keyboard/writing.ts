// Whether something to write is open on the page, or on its way there. While it is, no single letter acts: a letter that is typed
// before the field has come must not resolve a thread for everybody.

import { useEffect } from 'react'

let open = 0

/** Says that something to write is open. Returns how to say that it is closed. */
export function beginWriting(): () => void {
  open += 1
  return () => {
    open -= 1
  }
}

export function isWriting(): boolean {
  return open > 0
}

/** Something to write is open while a component is shown, and `active`. */
export function useWriting(active = true): void {
  useEffect(() => (active ? beginWriting() : undefined), [active])
}
