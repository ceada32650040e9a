import 'server-only'
import { randomUUID } from 'node:crypto'
import { StandardOpenAPIHandler } from '@orpc/openapi/standard'
import type { AnyRouter } from '@orpc/server'
import { HTTPS_ONLY, isSecure } from '@/lib/auth/secret'
import { actorFromRequest, sessionIdOf } from '@/lib/auth/session'
import { takeWrite } from '@/lib/auth/throttle'
import { Malformed, NotFound } from '@/lib/errors'
import { log } from '@/lib/log'
import { type Actor, personOf } from '@/lib/policy/actor'
import { requireWriteScope } from '@/lib/policy/rules'
import { isReadableAddress } from './address'
import type { ApiContext } from './base'
import { bodyLimitOf } from './body-limit'
import { type Answer, idempotencyKeyOf, idempotent } from './idempotent'
import { requireOwnOrigin } from './origin'
import { API_PREFIX } from './prefix'
import { problemResponse } from './problem'
import { parseBody, readText } from './request-body'

/** The one door of the HTTP API: who asks, from where, how often, what; then the endpoint; then JSON or a problem. */
export function apiHandler(router: AnyRouter): (request: Request) => Promise<Response> {
  const handler = new StandardOpenAPIHandler<ApiContext>(router, { interceptors: [carryErrors] })
  const limitOf = bodyLimitOf(router)
  return (request) =>
    answering(request, (requestId) => answer({ handler, limitOf }, request, requestId))
}

type Handler = StandardOpenAPIHandler<ApiContext>
type Api = { readonly handler: Handler; readonly limitOf: (request: Request) => number }

// oRPC would make its own document of an error. It is carried past it instead, so that ours is made of it.
class Failure {
  readonly cause: unknown

  constructor(cause: unknown) {
    this.cause = cause
  }
}

type Handled = Awaited<ReturnType<Handler['handle']>>

async function carryErrors({ next }: { next: () => Promise<Handled> }): Promise<Handled> {
  try {
    return await next()
  } catch (error) {
    return { matched: true, response: { status: 500, headers: {}, body: new Failure(error) } }
  }
}

/** Runs what answers a request; an error becomes a problem document, and one that was not meant to be told is logged. */
export async function answering(
  request: Request,
  run: (requestId: string) => Promise<Response>,
): Promise<Response> {
  const requestId = randomUUID()
  try {
    requireReadableAddress(request)
    return byHttpsOnly(await run(requestId))
  } catch (error) {
    const response = problemResponse(error, requestId)
    // Who went away in the middle of a request did nothing wrong, and neither did we.
    if (response.status >= 500 && !request.signal.aborted) {
      log.error({
        requestId,
        method: request.method,
        path: new URL(request.url).pathname,
        err: error,
      })
    }
    return byHttpsOnly(response)
  }
}

function byHttpsOnly(response: Response): Response {
  if (isSecure()) response.headers.set('strict-transport-security', HTTPS_ONLY)
  return response
}

function requireReadableAddress(request: Request): void {
  if (isReadableAddress(new URL(request.url))) return
  throw new Malformed('address', 'This address cannot be read: part of it stands for no character.')
}

async function answer(
  { handler, limitOf }: Api,
  request: Request,
  requestId: string,
): Promise<Response> {
  const actor = await actorFromRequest(request)
  requireOwnOrigin(request)
  const writes = request.method !== 'GET' && request.method !== 'HEAD'
  if (writes) requireWriteScope(actor)
  const personId = personOf(actor)
  if (writes && personId !== null) await takeWrite(personId)
  const text = writes ? await readText(request, limitOf(request)) : null
  const body = text === null ? undefined : parseBody(text)
  const url = new URL(request.url)
  const run = () => route(handler, { request, url, body, actor })
  const key = request.method === 'POST' && personId !== null ? idempotencyKeyOf(request) : null
  const answered =
    key === null || personId === null
      ? await run()
      : await idempotent(
          { personId, operation: `POST ${url.pathname}`, key, body: text ?? '' },
          run,
        )
  return jsonResponse(answered, requestId)
}

type Routed = {
  readonly request: Request
  readonly url: URL
  readonly body: unknown
  readonly actor: Actor
}

async function route(handler: Handler, { request, url, body, actor }: Routed): Promise<Answer> {
  const { matched, response } = await handler.handle(
    {
      method: request.method,
      url,
      headers: {},
      body: () => Promise.resolve(body),
      signal: request.signal,
    },
    { prefix: API_PREFIX, context: { actor, sessionId: await sessionIdOf(request) } },
  )
  if (!matched) throw new NotFound('There is no such address in this API.', 'no-such-address')
  if (response.body instanceof Failure) throw response.body.cause
  return { status: response.status, json: jsonOf(response.body) }
}

// Endpoints return plain JSON values, typed by the contract. They are written out once: a page of a list is tens of kilobytes.
function jsonOf(body: unknown): string {
  return body === undefined ? 'null' : JSON.stringify(body)
}

function jsonResponse({ status, json }: Answer, requestId: string): Response {
  const headers = { 'cache-control': 'private, no-store', 'x-request-id': requestId }
  if (status === 204) return new Response(null, { status, headers })
  return new Response(json, {
    status,
    headers: { ...headers, 'content-type': 'application/json' },
  })
}
