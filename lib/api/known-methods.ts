import 'server-only'
import { type IncomingMessage, Server, type ServerResponse } from 'node:http'

// Next makes a Request of everything that comes, and throws for the one method of HTTP that a Request cannot have. So whoever sends TRACE is
// answered before Next is asked. It has no hook there: the server's own `emit` is the only place that every request passes.

declare global {
  var colloquyKnowsMethods: true | undefined
}

/** From now on every HTTP server of this process answers TRACE with 405. */
export function refuseTrace(): void {
  if (globalThis.colloquyKnowsMethods) return
  globalThis.colloquyKnowsMethods = true
  const { emit } = Server.prototype
  function knowing(this: Server, event: string, ...args: unknown[]): boolean {
    const [request, response] = args
    if (event !== 'request' || !isTrace(request) || !isResponse(response)) {
      return Reflect.apply(emit, this, [event, ...args])
    }
    response.writeHead(405, { allow: 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS' }).end()
    return true
  }
  Object.defineProperty(Server.prototype, 'emit', { value: knowing, writable: true })
}

function isTrace(request: unknown): boolean {
  return isObject(request) && 'method' in request && request.method === 'TRACE'
}

function isResponse(value: unknown): value is ServerResponse<IncomingMessage> {
  return isObject(value) && 'writeHead' in value && 'end' in value
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
