import { beforeAll, describe, expect, test, vi } from 'vitest'
import { router } from '@/app/api/v1/router'
import { apiHandler } from '@/lib/api/handler'
import { sealSession, sessionCookieName } from '@/lib/auth/cookie'
import { hashPassword } from '@/lib/auth/password'
import { createSession } from '@/lib/auth/session'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/policy/actor'
import { makePerson } from '@/lib/testing/factories/person'
import { makeToken } from '@/lib/testing/factories/token'

const handle = apiHandler(router)

beforeAll(() => {
  vi.stubEnv('AUTH_SECRET', 'only for these tests')
})

type Headers = Record<string, string>

/** The headers of a new browser in which a person is signed in. */
async function browserOf({ personId }: SignedIn): Promise<Headers> {
  const id = await createSession(
    personId,
    'password',
    new globalThis.Headers({ 'user-agent': 'Firefox' }),
  )
  return { cookie: `${sessionCookieName()}=${await sealSession(id, personId)}` }
}

async function ask(line: string, headers: Headers, body?: unknown) {
  const [method, path] = line.split(' ')
  const response = await handle(
    new Request(`http://colloquy.test/api/v1${path}`, {
      method,
      headers: { host: 'colloquy.test', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
  const text = await response.text()
  return { status: response.status, json: text && JSON.parse(text) }
}

describe('oneself', () => {
  test('is seen with name, address and settings, and is nobody as a guest', async () => {
    const person = await makePerson({ name: 'Nguyễn Thu Hà' })
    const { json } = await ask('GET /me', await browserOf(person))
    expect(json).toMatchObject({ id: person.personId, name: 'Nguyễn Thu Hà', isAdmin: false })
    expect(json.settings).toMatchObject({ theme: 'system' })
    expect((await ask('GET /me', {})).status).toBe(401)
  })

  test('is renamed, in one spelling of spaces, and not to nothing', async () => {
    const browser = await browserOf(await makePerson())
    expect((await ask('PATCH /me', browser, { name: '  박  서연 ' })).json.name).toBe('박 서연')
    expect((await ask('PATCH /me', browser, { name: ' ' })).status).toBe(422)
  })

  test('keeps the settings that a change does not name, also when two come at once', async () => {
    const browser = await browserOf(await makePerson())
    await Promise.all([
      ask('PATCH /me/settings', browser, { theme: 'sepia' }),
      ask('PATCH /me/settings', browser, { look: 'font:inter' }),
    ])
    const { json } = await ask('GET /me', browser)
    expect(json.settings).toMatchObject({ theme: 'sepia', look: 'font:inter' })
    expect((await ask('PATCH /me/settings', browser, { theme: 'pink' })).status).toBe(422)
  })
})

describe('a password', () => {
  test('is changed by whoever knows the old one; every other browser is out', async () => {
    const person = await makePerson({ passwordHash: await hashPassword('the old password') })
    const [here, there] = [await browserOf(person), await browserOf(person)]
    const wrong = { current: 'something else', next: 'the new password' }
    expect((await ask('PUT /me/password', here, wrong)).json.code).toBe('password-wrong')
    expect((await ask('GET /me', there)).status).toBe(200)
    const right = { ...wrong, current: 'the old password' }
    expect((await ask('PUT /me/password', here, right)).status).toBe(204)
    expect((await ask('GET /me', here)).status).toBe(200)
    expect((await ask('GET /me', there)).status).toBe(401)
  })

  test('is not guessed by whoever finds a browser open', async () => {
    const person = await makePerson({ passwordHash: await hashPassword('the old password') })
    const browser = await browserOf(person)
    const guess = { current: 'a guess', next: 'the new password' }
    const statuses: number[] = []
    for (let n = 0; n < 16; n += 1) {
      statuses.push((await ask('PUT /me/password', browser, guess)).status)
    }
    expect(statuses).toContain(429)
  })
})

describe('sessions', () => {
  test('are listed with the one that asks, and ended one by one', async () => {
    const person = await makePerson()
    const [here, there] = [await browserOf(person), await browserOf(person)]
    const { items } = (await ask('GET /me/sessions', here)).json
    expect(items).toHaveLength(2)
    const other = items.find(({ current }: { current: boolean }) => !current)
    expect(other).toMatchObject({ userAgent: 'Firefox' })
    expect((await ask(`DELETE /me/sessions/${other.id}`, here)).status).toBe(204)
    expect((await ask('GET /me', there)).status).toBe(401)
  })

  test('of somebody else are not ended, nor said to be there', async () => {
    const victim = await makePerson()
    await browserOf(victim)
    const row = await db().session.findFirstOrThrow({ where: { personId: victim.personId } })
    const { status } = await ask(
      `DELETE /me/sessions/${row.id}`,
      await browserOf(await makePerson()),
    )
    expect(status).toBe(404)
    expect(await db().session.count({ where: { id: row.id } })).toBe(1)
  })
})

describe('tokens', () => {
  const wish = { name: 'Backup', scopes: ['read'] }

  test('are made with their secret shown once, listed without it, and revoked', async () => {
    const browser = await browserOf(await makePerson())
    const { status, json } = await ask('POST /me/tokens', browser, wish)
    expect(status).toBe(201)
    const bearer = { authorization: `Bearer ${json.secret}` }
    expect((await ask('GET /me', bearer)).status).toBe(200)
    const listed = (await ask('GET /me/tokens', browser)).json.items
    expect(listed).toMatchObject([{ id: json.id, name: 'Backup', scopes: ['read'] }])
    expect(JSON.stringify(listed)).not.toContain(json.secret)
    expect((await ask(`DELETE /me/tokens/${json.id}`, browser)).status).toBe(204)
    expect((await ask('GET /me', bearer)).status).toBe(401)
  })

  test('are the same when the same wish comes twice, though their secret cannot be read in the database', async () => {
    const person = await makePerson()
    const keyed = { ...(await browserOf(person)), 'idempotency-key': 'the-same' }
    const first = await ask('POST /me/tokens', keyed, wish)
    expect(await ask('POST /me/tokens', keyed, wish)).toEqual(first)
    expect(await db().apiToken.count({ where: { personId: person.personId } })).toBe(1)
    const kept = await db().idempotencyKey.findMany({ where: { personId: person.personId } })
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain(first.json.secret)
  })

  test('make no tokens, change no password and end no session', async () => {
    const person = await makePerson()
    const bearer = await makeToken(person)
    const password = { current: '', next: 'the new password' }
    expect((await ask('POST /me/tokens', bearer, wish)).json.code).toBe('needs-session')
    expect((await ask('PUT /me/password', bearer, password)).status).toBe(403)
    expect((await ask('DELETE /me/sessions', bearer)).status).toBe(403)
    const both = { ...bearer, ...(await browserOf(await makePerson())) }
    expect((await ask('POST /me/tokens', both, wish)).status).toBe(403)
  })

  test('for reading change nothing of their person', async () => {
    const bearer = await makeToken(await makePerson(), { scopes: ['read'] })
    expect((await ask('PATCH /me', bearer, { name: 'Another' })).status).toBe(403)
    expect((await ask('PATCH /me/settings', bearer, { theme: 'dark' })).status).toBe(403)
  })
})

describe('an administrator', () => {
  test('finds people and disables one, who is out at once and may be let in again', async () => {
    const admin = await browserOf(await makePerson({ admin: true }))
    const person = await makePerson({ name: 'Danylo of this test' })
    const browser = await browserOf(person)
    const { items } = (await ask('GET /people?q=of%20this%20test', admin)).json
    expect(items).toMatchObject([{ id: person.personId, disabledAt: null }])
    expect((await ask(`PUT /people/${person.personId}/disabling`, admin)).status).toBe(204)
    expect((await ask('GET /me', browser)).status).toBe(401)
    expect((await ask(`DELETE /people/${person.personId}/disabling`, admin)).status).toBe(204)
    expect((await ask('GET /me', await browserOf(person))).status).toBe(200)
  })

  test('does not disable himself', async () => {
    const admin = await makePerson({ admin: true })
    const { status } = await ask(`PUT /people/${admin.personId}/disabling`, await browserOf(admin))
    expect(status).toBe(422)
  })

  test('is who he is to nobody else: others neither list nor disable', async () => {
    const other = await browserOf(await makePerson())
    const { personId } = await makePerson()
    expect((await ask('GET /people', other)).status).toBe(404)
    expect((await ask(`PUT /people/${personId}/disabling`, other)).status).toBe(404)
  })
})
