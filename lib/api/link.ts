import type { ClientLink } from '@orpc/client'
import type { AnyContractRouter } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { newId } from '@/lib/ids'
import { API_PREFIX } from './prefix'

/** Per call: a key of one's own makes a retry safe (a fresh one is made for each POST without). */
export type CallContext = { readonly idempotencyKey?: string }

/** What carries calls of a contract to the API over HTTP. */
export function openApiLink(
  contract: AnyContractRouter,
  fetch: (request: Request, init: object) => Promise<Response>,
): ClientLink<CallContext> {
  return new OpenAPILink<CallContext>(contract, {
    url: () => new URL(API_PREFIX, globalThis.location.origin),
    headers: ({ context }) => ({ 'idempotency-key': context?.idempotencyKey ?? newId() }),
    fetch,
  })
}
