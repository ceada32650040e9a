import 'server-only'
import { type RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { TooMany } from '@/lib/errors'
import { limiter } from './limits'
import { hashSecret } from './tokens'
import { PATIENCE, type Reach, waitAfter } from './waits'

// How often something may be tried. Guessing a password costs growing time, per account and per network address.

const HOUR = 3_600

/** Somebody at a network address who says that an account is his: an e-mail address, or an id of a person. */
export type Attempt = { readonly account: string; readonly address: string }

const NO_LIMIT = 1_000_000_000

/**
 * Counts an attempt to prove who one is as a failure, until `forgive` says otherwise: counted before the password is looked at,
 * so that a thousand at once are a thousand. Throws TooMany with the seconds to wait.
 */
export async function takeAttempt(attempt: Attempt): Promise<void> {
  for (const [reach, key] of keysOf(attempt)) await takeTurn(reach, key)
}

/** The password was right: this place starts afresh with this account; the others are given back this one attempt. */
export async function forgive(attempt: Attempt): Promise<void> {
  const failures = limiter('fail', NO_LIMIT, HOUR)
  await Promise.all(
    keysOf(attempt).map(([reach, key]) =>
      reach === 'pair' ? failures.delete(key) : failures.reward(key, 1),
    ),
  )
}

// Hashed: who tried to sign in as whom is not kept in clear, and a key has a bounded length.
function keysOf({ account, address }: Attempt): readonly (readonly [Reach, string])[] {
  return [
    ['pair', hashSecret(`pair ${account} ${address}`)],
    ['address', hashSecret(`address ${address}`)],
    ['account', hashSecret(`account ${account}`)],
  ]
}

async function takeTurn(reach: Reach, key: string): Promise<void> {
  const failures = limiter('fail', NO_LIMIT, HOUR)
  const { consumedPoints } = await failures.penalty(key, 1)
  const wait = waitAfter(consumedPoints, PATIENCE[reach])
  if (wait === 0) return
  // One turn a wait. Taking it is one atomic statement, so that of many at once a single one gets through.
  try {
    await consume(limiter('turn', 1, 1), key, { customDuration: wait })
  } catch (error) {
    await failures.reward(key, 1)
    throw error
  }
}

async function consume(
  counter: RateLimiterPostgres,
  key: string,
  { points = 1, ...options }: { points?: number; customDuration?: number } = {},
): Promise<RateLimiterRes> {
  try {
    return await counter.consume(key, points, options)
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    throw new TooMany(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)))
  }
}

const LETTERS_TO_ONE = 6
const LETTERS_FROM_ONE = 60

/** Counts a letter about to be sent: a few an hour to one address, some more from one network address. Throws TooMany. */
export async function takeLetter({ account, address }: Attempt): Promise<void> {
  await consume(limiter('letters', LETTERS_FROM_ONE, HOUR), hashSecret(address))
  await consume(limiter('letter', LETTERS_TO_ONE, HOUR), hashSecret(account))
}

const SIGN_UPS_FROM_ONE = 120

/** Counts a new account from a network address, behind which a whole class may sit. Throws TooMany. */
export async function takeSignUp(address: string): Promise<void> {
  await consume(limiter('signup', SIGN_UPS_FROM_ONE, HOUR), hashSecret(address))
}

// Writes are counted in lots: a lease of so many is one statement, and spending it is none.

const MINUTE = 60
const LEASES_A_MINUTE = 60
const MOST_LEASES = 10_000

type Lease = { left: number; readonly until: number }

const leases = new Map<string, Promise<Lease>>()

/** Counts a write of a person. Throws TooMany with the seconds to wait; the limit is COLLOQUY_WRITES_PER_MINUTE (3,000). */
export async function takeWrite(personId: string): Promise<void> {
  for (;;) {
    const found = leases.get(personId) ?? takeLease(personId)
    const lease = await found
    if (lease.until > Date.now() && lease.left > 0) {
      lease.left -= 1
      return
    }
    // Whoever finds it spent first takes it away; the others wait for the next one.
    if (leases.get(personId) === found) leases.delete(personId)
  }
}

function takeLease(personId: string): Promise<Lease> {
  if (leases.size >= MOST_LEASES) leases.clear()
  const limit = Number(process.env.COLLOQUY_WRITES_PER_MINUTE ?? 3_000)
  const size = Math.max(1, Math.floor(limit / LEASES_A_MINUTE))
  const lease = consume(limiter('write', limit, MINUTE), personId, { points: size }).then(
    ({ msBeforeNext }) => ({ left: size, until: Date.now() + msBeforeNext }),
  )
  leases.set(personId, lease)
  lease.catch(() => leases.delete(personId))
  return lease
}
