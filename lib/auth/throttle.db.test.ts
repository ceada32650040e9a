import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { TooMany } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { type Browser, newBrowser, withAccount } from './browser'
import { attemptOf, forgive, takeAttempt, takeLetter, takeWrite } from './throttle'
import { NETWORK_PACE, PATIENCE, SIEGE } from './waits'

beforeEach(() => {
  vi.stubEnv('AUTH_SECRET', 'only for these tests')
})
afterEach(() => vi.unstubAllEnvs())

type Somebody = { account: string; address: string; browser: Browser | null }

function somebody(facts: Partial<Somebody> = {}): Somebody {
  const unlike = { account: `${newId()}@example.org`, address: newId(), browser: newBrowser() }
  return { ...unlike, ...facts }
}

function tryAs(who: Somebody): Promise<void> {
  return takeAttempt(attemptOf(who))
}

async function fail(times: number, who: Somebody): Promise<void> {
  for (let n = 0; n < times; n += 1) await tryAs(who)
}

/** Fails until it must wait. */
async function failForEver(who: Somebody): Promise<void> {
  await expect(fail(30, who)).rejects.toBeInstanceOf(TooMany)
}

describe('signing in', () => {
  test('the sixth failure in a row is looked at, the seventh must wait', async () => {
    const who = somebody()
    await fail(PATIENCE.unknown.free + 1, who)
    const refused = await tryAs(who).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(TooMany)
    expect(refused).toMatchObject({ status: 429, retryAfter: 1 })
  })

  test('of many guesses at once only the free ones and one more are looked at', async () => {
    const who = somebody()
    const all = await Promise.allSettled(Array.from({ length: 40 }, () => tryAs(who)))
    const looked = all.filter(({ status }) => status === 'fulfilled').length
    expect(looked).toBeLessThanOrEqual(PATIENCE.unknown.free + 1)
    expect(looked).toBeGreaterThanOrEqual(1)
  })

  test('a success makes this browser start afresh', async () => {
    const who = somebody()
    await fail(PATIENCE.unknown.free, who)
    await forgive(attemptOf(who))
    await expect(fail(PATIENCE.unknown.free, who)).resolves.toBeUndefined()
  })

  test('a browser that signed in before waits for nobody, not even in the same network', async () => {
    const owner = somebody()
    const known = { ...owner, browser: withAccount(newBrowser(), owner.account) }
    for (let n = 0; n < 3; n += 1) await failForEver({ ...owner, browser: newBrowser() })
    await expect(tryAs(known)).resolves.toBeUndefined()
    await expect(tryAs({ ...known, address: newId() })).resolves.toBeUndefined()
  })

  test('it waits for its own failures', async () => {
    const owner = somebody()
    await failForEver({ ...owner, browser: withAccount(newBrowser(), owner.account) })
  })

  test('a browser that comes for the first time does not wait for those elsewhere', async () => {
    const owner = somebody()
    for (let n = 0; n < 15; n += 1) await failForEver({ ...somebody(), account: owner.account })
    await expect(tryAs(owner)).resolves.toBeUndefined()
  })

  test('while very many fail at an account, each of them has a single free failure', async () => {
    const { account } = somebody()
    for (let n = 0; n <= SIEGE; n += 1) await tryAs(somebody({ account }))
    const who = somebody({ account })
    await fail(PATIENCE.besieged.free + 1, who)
    await expect(tryAs(who)).rejects.toBeInstanceOf(TooMany)
  })

  test('guesses by ever other browsers of one network go one by one, and the line has an end', async () => {
    const { account, address } = somebody()
    const guess = () => tryAs(somebody({ account, address }))
    for (let n = 0; n <= NETWORK_PACE.free; n += 1) await guess()
    const all = await Promise.allSettled(Array.from({ length: 14 }, guess))
    const refused = all.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThan(14)
    for (const reason of refused) expect(reason).toBeInstanceOf(TooMany)
  })

  test('whoever fails at many accounts in a network keeps nobody else there from signing in', async () => {
    const { address } = somebody()
    for (let n = 0; n < 70; n += 1) await tryAs(somebody({ address, browser: null }))
    await expect(tryAs(somebody({ address }))).resolves.toBeUndefined()
  })

  test('keeps neither e-mail address nor network address', async () => {
    await tryAs(somebody({ account: 'somebody@example.org', address: '203.0.113.9' }))
    const keys = (await db().rateLimit.findMany()).map(({ key }) => key).join(' ')
    expect(keys).not.toContain('somebody')
    expect(keys).not.toContain('203.0.113')
  })
})

describe('letters', () => {
  test('a seventh letter to one address within the hour is not sent', async () => {
    const { account } = somebody()
    for (let n = 0; n < 6; n += 1) await takeLetter(somebody({ account }))
    await expect(takeLetter(somebody({ account }))).rejects.toBeInstanceOf(TooMany)
  })

  test('strangers who ask for letters keep none from a browser that signed in before', async () => {
    const { account } = somebody()
    for (let n = 0; n < 6; n += 1) await takeLetter(somebody({ account }))
    const browser = withAccount(newBrowser(), account)
    await expect(takeLetter(somebody({ account, browser }))).resolves.toBeUndefined()
  })
})

describe('writing', () => {
  test('a person writes as often as the limit says, however many writes come at once', async () => {
    vi.stubEnv('COLLOQUY_WRITES_PER_MINUTE', '120')
    const personId = newId()
    const all = await Promise.allSettled(Array.from({ length: 200 }, () => takeWrite(personId)))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(120)
    await expect(takeWrite(newId())).resolves.toBeUndefined()
  })

  test('whoever wrote too often is told when to try again', async () => {
    vi.stubEnv('COLLOQUY_WRITES_PER_MINUTE', '1')
    const personId = newId()
    await takeWrite(personId)
    const refused = await takeWrite(personId).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(TooMany)
    expect(refused).toHaveProperty(
      'retryAfter',
      expect.toSatisfy((s: number) => s >= 1 && s <= 60),
    )
  })
})
