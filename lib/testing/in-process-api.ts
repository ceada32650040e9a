import { AsyncLocalStorage } from 'node:async_hooks'
import { vi } from 'vitest'

const caller = new AsyncLocalStorage<string>()

/** Has the client of the API ask this handler, without a server between, as whoever the work runs as. */
export function stubFetchBy(handle: (request: Request) => Promise<Response>): void {
  vi.stubGlobal('location', new URL('http://localhost/'))
  vi.stubGlobal('fetch', (request: Request, init: RequestInit) => {
    const headers = new Headers(request.headers)
    headers.set('authorization', caller.getStore() ?? '')
    return handle(new Request(new Request(request, init), { headers }))
  })
}

/** Runs work whose requests carry this header. */
export function asCaller<Done>(authorization: string, work: () => Done): Done {
  return caller.run(authorization, work)
}
