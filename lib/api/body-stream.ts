import { Malformed, Slow } from '@/lib/errors'

// A request's body as it comes in. Whoever trickles it is sent away: an unfinished request holds a connection and what it
// has sent so far.

export type BodyPace = {
  readonly windowMs: number
  /** Bytes that must come in each window. */
  readonly least: number
}

/** 100 kB in 20 seconds: a slow telephone is faster. */
const PACE: BodyPace = { windowMs: 20_000, least: 100_000 }

/** The chunks of a body. Throws Slow when less than the least comes in a window, Malformed when the sender goes away. */
export async function* chunksOf(
  body: ReadableStream<Uint8Array>,
  { windowMs, least }: BodyPace = PACE,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  let windowEnd = performance.now() + windowMs
  let bytes = 0
  let next = reader.read()
  try {
    for (;;) {
      const read = await inTime(next, windowEnd - performance.now())
      if (read === 'late') {
        if (bytes < least) throw new Slow('slow', 'This came too slowly. Nothing was saved.')
        windowEnd += windowMs
        bytes = 0
        continue
      }
      if (read.done) return
      bytes += read.value.byteLength
      yield read.value
      next = reader.read()
    }
  } finally {
    next.catch(() => {})
    reader.cancel().catch(() => {})
  }
}

type Read = Awaited<ReturnType<ReadableStreamDefaultReader<Uint8Array>['read']>>

async function inTime(reading: Promise<Read>, ms: number): Promise<Read | 'late'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((done) => {
    timer = setTimeout(() => done('late'), Math.max(0, ms))
  })
  const read = reading.catch(() => {
    throw new Malformed('aborted', 'The request ended before all of it was sent.')
  })
  try {
    return await Promise.race([read, late])
  } finally {
    clearTimeout(timer)
  }
}
