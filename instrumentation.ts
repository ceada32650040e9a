import type { Instrumentation } from 'next'

/** Runs once when the server starts: background jobs begin, and a signal to stop ends open streams, on which Next would wait for ever. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startUp } = await import('@/lib/start-up')
    await startUp()
  }
}

/** Told by Next of each error that a request ends with. */
export const onRequestError: Instrumentation.onRequestError = async (error, { headers }) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { pageFailed } = await import('@/lib/db/failed-page')
    pageFailed(error, headers)
  }
}
