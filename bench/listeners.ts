// Many who listen to one reading at once, and how long a change takes to reach the last of them.

import { Agent, type ClientRequest, request } from 'node:http'

export type Listeners = {
  /** Does something and waits until everybody has heard of it; milliseconds until each did. */
  readonly until: (kind: string, work: () => Promise<unknown>) => Promise<readonly number[]>
  readonly close: () => void
}

/** Opens so many event streams of a reading. */
export async function listeners(
  count: number,
  { url, path, token }: { url: string; path: string; token: string },
): Promise<Listeners> {
  const agent = new Agent({ maxSockets: count })
  const heard = new Set<(kind: string, at: number) => void>()
  const open: ClientRequest[] = []
  const { hostname, port } = new URL(url)
  const one = () =>
    new Promise<void>((ready, failed) => {
      const asked = request(
        {
          agent,
          hostname,
          port,
          path,
          headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
        },
        (stream) => {
          stream.setEncoding('utf8')
          stream.on('data', (text: string) => {
            ready()
            for (const [, kind] of text.matchAll(/"kind":"([a-z.]+)"/g)) {
              for (const tell of heard) tell(kind ?? '', performance.now())
            }
          })
          stream.on('error', () => {})
        },
      )
      asked.on('error', failed)
      asked.end()
      open.push(asked)
    })
  await Promise.all(Array.from({ length: count }, one))
  return {
    until: (wanted, work) =>
      new Promise((done, failed) => {
        const times: number[] = []
        const began = performance.now()
        const tell = (kind: string, at: number) => {
          // A claim in a message has kinds of its own: only the message's counts.
          if (kind !== wanted) return
          times.push(at - began)
          if (times.length < count) return
          heard.delete(tell)
          done(times)
        }
        heard.add(tell)
        work().catch(failed)
      }),
    close: () => {
      for (const each of open) each.destroy()
      agent.destroy()
    },
  }
}
