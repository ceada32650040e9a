import { beforeAll, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { Unauthenticated } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { changePassword, endOtherSessions, setDisabled } from '@/lib/people/commands/rights'
import { createToken, revokeToken } from '@/lib/people/commands/tokens'
import { OPERATOR, SESSION_SCOPES, type SignedIn } from '@/lib/policy/actor'
import { makeGroup } from '@/lib/testing/factories/group'
import { joining, makePerson } from '@/lib/testing/factories/person'
import { makeToken } from '@/lib/testing/factories/token'
import { sealSession, sessionCookieName } from './cookie'
import { hashPassword } from './password'
import { actorFromRequest, createSession, sessionIdOf } from './session'

beforeAll(() => {
  vi.stubEnv('AUTH_SECRET', 'only for these tests')
})

type Browser = { readonly sessionId: string; readonly request: () => Request }

/** A browser in which a person is signed in. */
async function browserOf({ personId }: SignedIn): Promise<Browser> {
  const sessionId = await createSession(personId, 'password', new Headers())
  const cookie = `theme=dark; ${sessionCookieName()}=${await sealSession(sessionId, personId)}`
  return { sessionId, request: () => new Request('http://localhost/', { headers: { cookie } }) }
}

function withToken(authorization: string): Promise<unknown> {
  return actorFromRequest(new Request('http://localhost/', { headers: { authorization } }))
}

const ANONYMOUS = { kind: 'anonymous' }

describe('a session', () => {
  test('brings its person with name and memberships', async () => {
    const group = await makeGroup()
    const person = await joining(await makePerson({ name: 'Łucja Wrona' }), group.id, 'moderator')
    const { request, sessionId } = await browserOf(person)
    expect(await actorFromRequest(request())).toMatchObject({
      kind: 'signed-in',
      personId: person.personId,
      name: 'Łucja Wrona',
      memberships: new Map([[group.id, 'moderator']]),
      scopes: SESSION_SCOPES,
    })
    expect(await sessionIdOf(request())).toBe(sessionId)
  })

  test('is over with the next request once its row is gone', async () => {
    const { request, sessionId } = await browserOf(await makePerson())
    await db().session.deleteMany({ where: { id: sessionId } })
    expect(await actorFromRequest(request())).toEqual(ANONYMOUS)
  })

  test('is over when it has expired', async () => {
    const { request, sessionId } = await browserOf(await makePerson())
    await db().session.updateMany({ where: { id: sessionId }, data: { expiresAt: new Date(0) } })
    expect(await actorFromRequest(request())).toEqual(ANONYMOUS)
  })

  test('survives a change of password where it was changed, and ends everywhere else', async () => {
    const person = await makePerson({ passwordHash: await hashPassword('the old password') })
    const [here, there] = [await browserOf(person), await browserOf(person)]
    const change = { current: 'the old password', next: 'the new password' }
    await changePassword(person, { ...change, keepSessionId: here.sessionId })
    expect(await actorFromRequest(here.request())).toMatchObject({ personId: person.personId })
    expect(await actorFromRequest(there.request())).toEqual(ANONYMOUS)
  })

  test('ends at once for a person who is disabled, and so do tokens', async () => {
    const person = await makePerson()
    const { request } = await browserOf(person)
    const { authorization } = await makeToken(person)
    await setDisabled(OPERATOR, person.personId, true)
    expect(await actorFromRequest(request())).toEqual(ANONYMOUS)
    await expect(withToken(authorization)).rejects.toBeInstanceOf(Unauthenticated)
  })

  test('ends when its person ends all others', async () => {
    const person = await makePerson()
    const [here, there] = [await browserOf(person), await browserOf(person)]
    await endOtherSessions(person, here.sessionId)
    expect(await actorFromRequest(here.request())).toMatchObject({ kind: 'signed-in' })
    expect(await actorFromRequest(there.request())).toEqual(ANONYMOUS)
  })

  test('takes the place of the one that the browser had', async () => {
    const person = await makePerson()
    const before = await browserOf(person)
    await createSession(person.personId, 'password', before.request().headers)
    expect(await actorFromRequest(before.request())).toEqual(ANONYMOUS)
  })
})

describe('no session', () => {
  test.each([
    ['nothing', ''],
    ['what nobody sealed', 'abc'],
    ['what is not even encoded properly', '%E0%A4%A'],
  ])('comes of a cookie with %s', async (_, value) => {
    const headers = { cookie: `${sessionCookieName()}=${value}` }
    expect(await actorFromRequest(new Request('http://localhost/', { headers }))).toEqual(ANONYMOUS)
  })

  test('comes of a cookie that another server sealed', async () => {
    const person = await makePerson()
    const sessionId = await createSession(person.personId, 'password', new Headers())
    vi.stubEnv('AUTH_SECRET', 'of another server')
    const cookie = `${sessionCookieName()}=${await sealSession(sessionId, person.personId)}`
    vi.stubEnv('AUTH_SECRET', 'only for these tests')
    expect(
      await actorFromRequest(new Request('http://localhost/', { headers: { cookie } })),
    ).toEqual(ANONYMOUS)
  })
})

describe('a token', () => {
  test('brings its person with its scopes', async () => {
    const person = await makePerson()
    const wish = { name: 'for a script', scopes: ['read'] } as const
    const { secret } = await createToken(person, person.personId, wish)
    expect(await withToken(`Bearer ${secret}`)).toMatchObject({
      personId: person.personId,
      scopes: ['read'],
    })
  })

  test('is kept only as its hash', async () => {
    const person = await makePerson()
    const wish = { name: 'for a script', scopes: ['read', 'write'] } as const
    const { id, secret } = await createToken(person, person.personId, wish)
    const row = await db().apiToken.findUniqueOrThrow({ where: { id } })
    expect(JSON.stringify(row)).not.toContain(secret)
    expect(row.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each([
    ['unknown', `Bearer clq_${newId()}`],
    ['missing', 'Bearer '],
    ['of another scheme', 'Basic YTpi'],
  ])('that is %s is refused, also where guests may read', async (_, authorization) => {
    await expect(withToken(authorization)).rejects.toBeInstanceOf(Unauthenticated)
  })

  test('is refused once it has expired or was revoked', async () => {
    const person = await makePerson()
    const old = await makeToken(person, { expiresAt: new Date(0) })
    await expect(withToken(old.authorization)).rejects.toBeInstanceOf(Unauthenticated)
    const wish = { name: 'for a script', scopes: ['read'] } as const
    const { id, secret } = await createToken(person, person.personId, wish)
    await revokeToken(person, id)
    await expect(withToken(`Bearer ${secret}`)).rejects.toBeInstanceOf(Unauthenticated)
  })

  test('is no session, whatever cookie comes with it', async () => {
    const { request } = await browserOf(await makePerson())
    const both = request()
    both.headers.set('authorization', (await makeToken(await makePerson())).authorization)
    expect(await sessionIdOf(both)).toBeNull()
  })

  test('notes when it was used', async () => {
    const person = await makePerson()
    const { authorization } = await makeToken(person)
    await withToken(authorization)
    const [row] = await db().apiToken.findMany({ where: { personId: person.personId } })
    expect(row?.lastUsedAt).toBeInstanceOf(Date)
  })

  test("of somebody else's making is not made, and not revoked", async () => {
    const [ana, ruth] = [await makePerson(), await makePerson()]
    const wish = { name: 'for a script', scopes: ['read'] } as const
    await expect(createToken(ana, ruth.personId, wish)).rejects.toMatchObject({ status: 404 })
    const { id } = await createToken(ruth, ruth.personId, wish)
    await expect(revokeToken(ana, id)).rejects.toMatchObject({ status: 404 })
  })
})
