// Where this reader is and whether he writes, told to the others at most twice a second.

import { throttle } from '@/components/ui/throttle'

export type Whereabouts = { readonly sectionId: string | null; readonly typingIn: string | null }

const PAUSE_MS = 500
const STILL_TYPING_MS = 4_000

function makeWhereabouts() {
  let here: Whereabouts = { sectionId: null, typingIn: null }
  let stopped: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const tell = throttle(() => {
    for (const listener of listeners) listener()
  }, PAUSE_MS)

  function become(next: Whereabouts): void {
    if (next.sectionId === here.sectionId && next.typingIn === here.typingIn) return
    here = next
    tell()
  }

  return {
    current: (): Whereabouts => here,
    observe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** The section in view. */
    readIn: (sectionId: string | null) => become({ ...here, sectionId }),
    /** A key was pressed in a thread's reply box; it wears off by itself. */
    typeIn(threadId: string): void {
      clearTimeout(stopped)
      stopped = setTimeout(() => become({ ...here, typingIn: null }), STILL_TYPING_MS)
      become({ ...here, typingIn: threadId })
    },
    /** The reply was sent or given up. */
    stopTyping(): void {
      clearTimeout(stopped)
      become({ ...here, typingIn: null })
    },
  }
}

/** One for the tab: a person reads in one place. */
export const whereabouts = makeWhereabouts()
