import 'server-only'
import { randomUUID } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage, ServerResponse } from 'node:http'
import { RETRY_AFTER } from './away-page'
import { databaseTrouble } from './trouble'

// A page that fails since the database went away under it is no fault of ours, but Next answers 500 for whatever is thrown. It tells
// of the error before it writes the answer, though, with the headers of the request: by one of our own the answer is found.

const REQUEST_HEADER = 'x-colloquy-request'

declare global {
  var colloquyAnswers: Map<string, ServerResponse> | undefined
}

// Next loads this module more than once in a process.
function answers(): Map<string, ServerResponse> {
  globalThis.colloquyAnswers ??= new Map()
  return globalThis.colloquyAnswers
}

/** From now on knows the answer that each request of this process waits for. */
export function followAnswers(): void {
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null) return
    if (!('request' in message && message.request instanceof IncomingMessage)) return
    if (!('response' in message && message.response instanceof ServerResponse)) return
    const id = randomUUID()
    message.request.headers[REQUEST_HEADER] = id
    answers().set(id, message.response)
    message.response.once('close', () => answers().delete(id))
  })
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

/** Told of what a request failed with: where that is the database's trouble, the answer's 500 becomes a 503 with Retry-After. */
export function pageFailed(error: unknown, headers: Headers): void {
  const answer = answers().get(String(headers[REQUEST_HEADER]))
  if (!answer || answer.headersSent || databaseTrouble(error) === null) return
  const { writeHead } = answer
  function asAway(this: ServerResponse, status: number, ...rest: unknown[]): ServerResponse {
    if (status === 500) this.setHeader('retry-after', RETRY_AFTER)
    return Reflect.apply(writeHead, this, [status === 500 ? 503 : status, ...rest])
  }
  Object.defineProperty(answer, 'writeHead', { value: asAway, configurable: true, writable: true })
}
