// The line on which a person hears that what they are told has changed. On a reading page it is the page's own; on others, one
// window of the browser opens one and tells its other windows, so that many windows do not use up the browser's connections.

type Heard = () => void

const listeners = new Set<Heard>()
const AGAIN_MS = 3_000

let carriers = 0
let person: string | null = null
let close: (() => void) | null = null
let isArranging = false

/** Calls back whenever what a person is told has changed, or may have. Returns how to stop that. */
export function hearOwn(personId: string, heard: Heard): () => void {
  person = personId
  listeners.add(heard)
  arrange()
  return () => {
    listeners.delete(heard)
    arrange()
  }
}

/** An open reading page hears it on its own line, and says so by `tellOwn`. Returns how to end that. */
export function carryOwn(): () => void {
  carriers += 1
  arrange()
  return () => {
    carriers -= 1
    arrange()
  }
}

/** What this person is told has changed. */
export function tellOwn(): void {
  for (const heard of listeners) heard()
}

// The parts of a page come and go together: what is needed is seen when all have.
function arrange(): void {
  if (isArranging) return
  isArranging = true
  queueMicrotask(() => {
    isArranging = false
    const isNeeded = listeners.size > 0 && carriers === 0 && person !== null
    if (isNeeded && !close && person !== null) close = openShared(person)
    else if (!isNeeded && close) {
      close()
      close = null
    }
  })
}

function openShared(personId: string): () => void {
  const name = `colloquy-own/${personId}`
  const windows = new BroadcastChannel(name)
  const left = new AbortController()
  windows.onmessage = tellOwn
  const tell = () => {
    tellOwn()
    windows.postMessage(null)
  }
  const held = () => holdLine(tell, left.signal)
  // Only a page of a secure origin has locks; without, each window has a line.
  const { locks } = globalThis.navigator
  if (locks) locks.request(name, { signal: left.signal }, held).catch(() => {})
  else void held()
  return () => {
    left.abort()
    windows.close()
  }
}

// Ends when the page is left; a line that the browser gave up is opened again.
function holdLine(tell: Heard, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    let again: ReturnType<typeof setTimeout> | undefined
    const listen = (): EventSource => {
      const line = new EventSource('/api/v1/me/events')
      line.onopen = tell
      line.onmessage = tell
      line.addEventListener('reset', tell)
      line.onerror = () => {
        if (line.readyState !== EventSource.CLOSED || signal.aborted) return
        clearTimeout(again)
        again = setTimeout(() => {
          source = listen()
        }, AGAIN_MS)
      }
      return line
    }
    let source = listen()
    signal.addEventListener('abort', () => {
      clearTimeout(again)
      source.close()
      done()
    })
  })
}
