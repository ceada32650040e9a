import type { AnyContractRouter } from '@orpc/contract'
import { implement } from '@orpc/server'
import { Unauthenticated } from '@/lib/errors'
import type { Actor, SignedIn } from '@/lib/policy/actor'

/** What every endpoint is given beside its input. */
export type ApiContext = {
  readonly actor: Actor
  /** The session of the browser that asks; null for a token or a guest. */
  readonly sessionId: string | null
}

// Outputs are typed by the contract; parsing each again would cost more than making it. Tests and development do parse.
const OUTPUT_VALIDATION = process.env.NODE_ENV === 'production' ? Number.NaN : 0

/** The implementer of a contract with our context: `on(contract).create.handler(({input, context}) => …)`. */
export function on<Contract extends AnyContractRouter>(contract: Contract) {
  return implement(contract)
    .$context<ApiContext>()
    .$config({ initialOutputValidationIndex: OUTPUT_VALIDATION })
}

/** The person behind the request. Throws Unauthenticated for a guest. */
export function requireSignedIn({ actor }: ApiContext): SignedIn {
  if (actor.kind === 'anonymous') throw new Unauthenticated()
  return actor
}
