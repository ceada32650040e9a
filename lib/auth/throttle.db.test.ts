import { afterEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { TooMany } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { forgive, takeAttempt, takeLetter, takeWrite } from './throttle'
import { PATIENCE } from './waits'

afterEach(() => vi.unstubAllEnvs())

function attempt(account = `${newId()}@example.org`, address = newId()) {
  return { account, address }
}

async function fail(times: number, tried: ReturnType<typeof attempt>): Promise<void> {
  for (let n = 0; n < times; n += 1) await takeAttempt(tried)
}

describe('signing in', () => {
  test('the sixth failure in a row is looked at, the seventh must wait', async () => {
    const tried = attempt()
    await fail(PATIENCE.pair.free + 1, tried)
    const refused = await takeAttempt(tried).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(TooMany)
    expect(refused).toMatchObject({ status: 429, retryAfter: 1 })
  })

  test('of many guesses at once only the free ones and one more are looked at', async () => {
    const tried = attempt()
    const all = await Promise.allSettled(Array.from({ length: 40 }, () => takeAttempt(tried)))
    const looked = all.filter(({ status }) => status === 'fulfilled').length
    expect(looked).toBeLessThanOrEqual(PATIENCE.pair.free + 1)
    expect(looked).toBeGreaterThanOrEqual(1)
  })

  test('a success makes this place start afresh', async () => {
    const tried = attempt()
    await fail(PATIENCE.pair.free, tried)
    await forgive(tried)
    await expect(fail(PATIENCE.pair.free, tried)).resolves.toBeUndefined()
  })

  test('who guesses at an account from elsewhere does not make its owner wait at once', async () => {
    const owner = attempt()
    await fail(PATIENCE.pair.free + 1, { ...owner, address: newId() })
    await expect(takeAttempt(owner)).resolves.toBeUndefined()
  })

  test('guesses at one account from ever other places wait in the end', async () => {
    const { account } = attempt()
    for (let n = 0; n <= PATIENCE.account.free; n += 1) await takeAttempt(attempt(account))
    await expect(takeAttempt(attempt(account))).rejects.toBeInstanceOf(TooMany)
  })

  test('guesses from one place at ever other accounts wait in the end', async () => {
    const { address } = attempt()
    for (let n = 0; n <= PATIENCE.address.free; n += 1)
      await takeAttempt(attempt(undefined, address))
    await expect(takeAttempt(attempt(undefined, address))).rejects.toBeInstanceOf(TooMany)
  })

  test('keeps neither e-mail address nor network address', async () => {
    const tried = attempt('somebody@example.org', '203.0.113.9')
    await takeAttempt(tried)
    const keys = (await db().rateLimit.findMany()).map(({ key }) => key).join(' ')
    expect(keys).not.toContain('somebody')
    expect(keys).not.toContain('203.0.113')
  })
})

test('a seventh letter to one address within the hour is not sent', async () => {
  const { account } = attempt()
  for (let n = 0; n < 6; n += 1) await takeLetter(attempt(account))
  await expect(takeLetter(attempt(account))).rejects.toBeInstanceOf(TooMany)
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
