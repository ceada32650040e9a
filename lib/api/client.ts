// The typed client of the API, for the browser: same types as the server, errors as ApiProblem. The contract and what speaks HTTP come with
// the first call: a page is alive before it has anything to ask.

import { type ClientLink, createORPCClient } from '@orpc/client'
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract'
import type { CallContext } from './link'

/** A problem that the API told of. `status` 0: it could not be reached. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    status: number,
    code: string,
    message: string,
    details: Record<string, unknown> = {},
  ) {
    super(message)
    this.name = 'ApiProblem'
    this.status = status
    this.code = code
    this.details = details
  }
}

/** A client of a contract, of the server that serves this page. */
export function apiClient<Contract extends AnyContractRouter>(
  load: () => Promise<Contract>,
): ContractRouterClient<Contract, CallContext> {
  let link: Promise<ClientLink<CallContext>> | undefined
  return createORPCClient<ContractRouterClient<Contract, CallContext>>({
    call: async (...call) => {
      link ??= linkOf(load).catch((): never => {
        link = undefined
        throw unreachable()
      })
      return (await link).call(...call)
    },
  })
}

async function linkOf(load: () => Promise<AnyContractRouter>): Promise<ClientLink<CallContext>> {
  const [{ openApiLink }, contract] = await Promise.all([import('./link'), load()])
  return openApiLink(contract, fetchOrTell)
}

async function fetchOrTell(request: Request, init: object): Promise<Response> {
  const response = await reach(request, init)
  if (response.ok) return response
  throw await problemFrom(response)
}

async function reach(request: Request, init: object): Promise<Response> {
  try {
    return await globalThis.fetch(request, init)
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw unreachable()
  }
}

function unreachable(): ApiProblem {
  return new ApiProblem(0, 'offline', 'The server cannot be reached. What you wrote is kept here.')
}

async function problemFrom(response: Response): Promise<ApiProblem> {
  const problem: unknown = await response.json().catch(() => null)
  const details = typeof problem === 'object' && problem !== null ? { ...problem } : {}
  const code = 'code' in details ? String(details.code) : 'unknown'
  const message =
    'detail' in details ? String(details.detail) : `The server answered ${response.status}.`
  return new ApiProblem(response.status, code, message, details)
}
