import type { AnyContractRouter } from '@orpc/contract'
import { implement, os } from '@orpc/server'
import { Unauthenticated } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'

/** What every endpoint is given beside its input. */
export type ApiContext = {
  readonly actor: Actor
  /** The session of the browser that asks; null for a token or a guest. */
  readonly sessionId: string | null
}

// Input is read before anything else looks at it. Outputs are typed by the contract; parsing each again would cost more than making it. Tests and development do parse.
const OUTPUT_VALIDATION = process.env.NODE_ENV === 'production' ? Number.NaN : 0

/** The implementer of a contract with our context: `on(contract).create.handler(({input, context}) => …)`. */
export function on<Contract extends AnyContractRouter>(contract: Contract) {
  return implement(contract).$context<ApiContext>().$config({
    initialInputValidationIndex: Number.NEGATIVE_INFINITY,
    initialOutputValidationIndex: OUTPUT_VALIDATION,
  })
}

/** For what only a person may ask: `os.use(signedIn)` gives handlers an actor who is signed in, a guest Unauthenticated. */
export const signedIn = os.$context<ApiContext>().middleware(({ context: { actor }, next }) => {
  if (actor.kind === 'anonymous') throw new Unauthenticated()
  return next({ context: { actor } })
})
