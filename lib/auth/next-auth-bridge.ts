import 'server-only'
import NextAuth, { type NextAuthOptions } from 'next-auth'

// Runs next-auth on a plain request and gives its answer as a plain response. Its own handler for route files reads the ambient
// request of Next; this one takes all it knows as arguments, so that a way in may be started and tested without a browser.

export type NextAuthRequest = {
  readonly method: 'GET' | 'POST'
  /** `signin`, `callback` … and the provider, as in the address. */
  readonly path: readonly string[]
  readonly query: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, string>>
  readonly cookies: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
}

/** What next-auth answers. */
export async function runNextAuth(
  options: NextAuthOptions,
  { path, query, ...request }: NextAuthRequest,
): Promise<Response> {
  const headers = new Headers()
  let status = 200
  let body: string | null = null
  const answer = {
    getHeader: (name: string) =>
      name.toLowerCase() === 'set-cookie' ? headers.getSetCookie() : headers.get(name),
    setHeader: (name: string, value: string | readonly string[]) => {
      headers.delete(name)
      for (const each of [value].flat()) headers.append(name, each)
      return answer
    },
    status: (code: number) => {
      status = code
      return answer
    },
    json: (value: unknown) => {
      headers.set('content-type', 'application/json')
      body = JSON.stringify(value)
    },
    send: (value: unknown) => {
      body =
        typeof value === 'string' || value === undefined ? (value ?? '') : JSON.stringify(value)
    },
    end: () => undefined,
  }
  await NextAuth(options)({ ...request, query: { ...query, nextauth: [...path] } }, answer)
  return new Response(body, { status, headers })
}
