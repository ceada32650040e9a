// A thin HTTP client with kept connections: `fetch` would cost the machine more than the server that is measured.

import { Agent, request } from 'node:http'

export type Answer = { readonly status: number; readonly text: string }

/** Sends requests to one server as one person. */
export type Client = (
  method: string,
  path: string,
  options?: { body?: unknown; headers?: Record<string, string> },
) => Promise<Answer>

/** A client of a server by a bearer token. */
export function client(base: string, token: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const { hostname, port } = new URL(base)
  return (method, path, { body, headers = {} } = {}) =>
    new Promise((done, failed) => {
      const payload = body === undefined ? undefined : JSON.stringify(body)
      const sent = request(
        {
          agent,
          hostname,
          port,
          method,
          path,
          headers: {
            authorization: `Bearer ${token}`,
            ...(payload === undefined
              ? {}
              : {
                  'content-type': 'application/json',
                  'content-length': Buffer.byteLength(payload),
                }),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () =>
            done({
              status: response.statusCode ?? 0,
              text: Buffer.concat(chunks).toString('utf8'),
            }),
          )
          response.on('error', failed)
        },
      )
      sent.on('error', failed)
      sent.end(payload)
    })
}

/** Sends and throws unless the answer has the status that is expected. */
export async function expectStatus(status: number, answer: Promise<Answer>): Promise<string> {
  const { status: came, text } = await answer
  if (came !== status) throw new Error(`expected ${status}, came ${came}: ${text.slice(0, 500)}`)
  return text
}
