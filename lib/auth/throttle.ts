import 'server-only'
import { type RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { TooMany } from '@/lib/errors'
import { type Browser, knowsAccount } from './browser'
import { limiter } from './limits'
import { networkOf } from './network'
import { takePacedTurn } from './pace'
import { hashSecret } from './tokens'
import { NETWORK_PACE, PATIENCE, type Reach, SIEGE, waitAfter } from './waits'

// How often something may be tried. Whoever guesses at a password waits longer and longer, and waits alone: see
// docs/decisions/0013-who-fails-waits-alone.md.

const HOUR = 3_600

/** Somebody who says that an account is his; `account` is an e-mail address or an id of a person. */
export type Claimant = {
  readonly account: string
  /** The network address that asks. */
  readonly address: string
  readonly browser?: Browser | null
}

/** What an attempt is counted under. */
export type Attempt =
  | { readonly kind: 'known'; readonly own: string }
  | {
      readonly kind: 'unknown'
      readonly own: string
      readonly network: string
      readonly account: string
      /** The browser's name in the line of its network. */
      readonly lane: string
    }

/** The counters of somebody's attempt at an account. */
export function attemptOf({ account, address, browser = null }: Claimant): Attempt {
  const lane = browser?.id ?? 'none'
  if (browser && knowsAccount(browser, account)) {
    return { kind: 'known', own: hashSecret(`known ${account} ${lane}`) }
  }
  const network = networkOf(address)
  return {
    kind: 'unknown',
    own: hashSecret(`unknown ${account} ${network} ${lane}`),
    network: hashSecret(`network ${account} ${network}`),
    account: hashSecret(`account ${account}`),
    lane,
  }
}

const NO_LIMIT = 1_000_000_000

function failures(): RateLimiterPostgres {
  return limiter('fail', NO_LIMIT, HOUR)
}

/**
 * Counts an attempt to prove who one is as a failure, until `forgive` says otherwise: counted before the password is looked at,
 * so that a thousand at once are a thousand. Waits when many fail in the same network; throws TooMany with the seconds to wait.
 */
export async function takeAttempt(attempt: Attempt): Promise<void> {
  if (attempt.kind === 'known') return takeTurn('known', attempt.own)
  const siege = await failures().get(attempt.account)
  await takeTurn((siege?.consumedPoints ?? 0) > SIEGE ? 'besieged' : 'unknown', attempt.own)
  await failures().penalty(attempt.account, 1)
  const { consumedPoints } = await failures().penalty(attempt.network, 1)
  if (consumedPoints <= NETWORK_PACE.free) return
  await takePacedTurn(attempt.network, attempt.lane, NETWORK_PACE.pauseMs)
}

/** The password was right: this browser starts afresh with this account; the others are given back this one attempt. */
export async function forgive(attempt: Attempt): Promise<void> {
  const counted = attempt.kind === 'known' ? [] : [attempt.network, attempt.account]
  await Promise.all([
    failures().delete(attempt.own),
    ...counted.map((key) => failures().reward(key, 1)),
  ])
}

async function takeTurn(reach: Reach, key: string): Promise<void> {
  const { consumedPoints } = await failures().penalty(key, 1)
  const wait = waitAfter(consumedPoints, PATIENCE[reach])
  if (wait === 0) return
  // One turn a wait. Taking it is one atomic statement, so that of many at once a single one gets through.
  try {
    await consume(limiter('turn', 1, 1), key, { customDuration: wait })
  } catch (error) {
    await failures().reward(key, 1)
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
// A whole class may sit behind one address.
const LETTERS_FROM_ONE = 600

/**
 * Counts a letter about to be sent: a few an hour to one address, some more from one network. A browser that its account knows
 * counts by itself, so that strangers who ask for letters keep none from their reader. Throws TooMany.
 */
export async function takeLetter({ account, address, browser = null }: Claimant): Promise<void> {
  const known = browser !== null && knowsAccount(browser, account)
  const asker = known ? `letter ${account} ${browser.id}` : account
  if (!known)
    await consume(limiter('letters', LETTERS_FROM_ONE, HOUR), hashSecret(networkOf(address)))
  await consume(limiter('letter', LETTERS_TO_ONE, HOUR), hashSecret(asker))
}

const SIGN_UPS_FROM_ONE = 600
const SIGN_UPS_BY_ONE = 2_000

/**
 * Counts a new account: by the invitation that it comes with or, without one, by the network, behind which a whole class may sit.
 * Throws TooMany.
 */
export async function takeSignUp(address: string, invitation: string): Promise<void> {
  await (invitation === ''
    ? consume(limiter('signup', SIGN_UPS_FROM_ONE, HOUR), hashSecret(networkOf(address)))
    : consume(limiter('invited', SIGN_UPS_BY_ONE, HOUR), hashSecret(invitation)))
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
