import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { makePerson } from '@/lib/testing/factories/person'
import { type IssuerPerson, openIssuer, type TestIssuer } from '@/lib/testing/issuer'
import { nextAuthAnswer, startAtIssuer } from './next-auth-door'
import { actorFromRequest } from './session'

// The whole way over a real issuer: our start, its pages by plain HTTP, our answer to what it sends back.

const SITE = 'http://localhost:3456'
const BACK = `${SITE}/api/auth/callback/issuer`

let issuer: TestIssuer

beforeAll(async () => {
  issuer = await openIssuer(BACK)
  vi.stubEnv('AUTH_SECRET', 'only for these tests')
  vi.stubEnv('COLLOQUY_URL', SITE)
  vi.stubEnv('NEXTAUTH_URL', SITE)
  vi.stubEnv('COLLOQUY_DEMO', 'off')
  vi.stubEnv('OIDC_CLIENT_ID', issuer.clientId)
  vi.stubEnv('OIDC_CLIENT_SECRET', issuer.clientSecret)
})

beforeEach(() => {
  vi.stubEnv('OIDC_ISSUER', issuer.url)
  vi.stubEnv('COLLOQUY_SIGN_UP', 'open')
})

afterAll(() => issuer.close())

/** A browser's cookies of one site. */
class Jar {
  private readonly kept = new Map<string, string>()

  keep(response: Response): Response {
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', ...value] = (cookie.split(';')[0] ?? '').split('=')
      this.kept.set(name, value.join('='))
    }
    return response
  }

  get header(): string {
    return [...this.kept].map(([name, value]) => `${name}=${value}`).join('; ')
  }
}

function locationOf(response: Response): string {
  return response.headers.get('location') ?? ''
}

function ask(path: string, jar: Jar): Request {
  return new Request(new URL(path, SITE), { headers: { cookie: jar.header } })
}

async function start(jar: Jar, next = '/readings/a?group=b'): Promise<string> {
  const query = new URLSearchParams({ next })
  return locationOf(jar.keep(await startAtIssuer(ask(`/api/auth/oidc?${query}`, jar))))
}

/** Goes from the issuer's first page to where it sends the browser back. */
async function throughIssuer(first: string): Promise<string> {
  const jar = new Jar()
  let next = first
  for (let hop = 0; hop < 8 && !next.startsWith(SITE); hop += 1) {
    const answer = await fetch(next, { headers: { cookie: jar.header }, redirect: 'manual' })
    next = new URL(locationOf(jar.keep(answer)), next).toString()
  }
  return next
}

async function comeBack(jar: Jar, url: string): Promise<Response> {
  return jar.keep(await nextAuthAnswer(ask(url, jar), ['callback', 'issuer']))
}

/** The whole way. Where the browser stands in the end, and who it is then. */
async function signInAs(person: IssuerPerson, next?: string) {
  issuer.becomes(person)
  const jar = new Jar()
  const answer = await comeBack(jar, await throughIssuer(await start(jar, next)))
  const actor = await actorFromRequest(ask('/', jar))
  return {
    location: locationOf(answer),
    personId: actor.kind === 'signed-in' ? actor.personId : null,
  }
}

function stranger(overrides: Partial<IssuerPerson> = {}): IssuerPerson {
  const email = `${newId()}@example.org`
  return { sub: newId(), email, email_verified: true, name: 'Yusuf Demir', ...overrides }
}

describe('somebody new', () => {
  test('gets an account by the issuer’s word and is led to where he was', async () => {
    const person = stranger()
    const { location, personId } = await signInAs(person)
    expect(location).toBe(`${SITE}/readings/a?group=b`)
    expect(await db().person.findUnique({ where: { email: person.email } })).toMatchObject({
      id: personId,
      name: 'Yusuf Demir',
      passwordHash: null,
      emailVerifiedAt: expect.any(Date),
    })
  })

  test('is known by the issuer’s name for him when he comes again, whatever his address is then', async () => {
    const person = stranger()
    const first = await signInAs(person)
    const again = await signInAs({ ...person, email: 'moved@example.org' })
    expect(again.personId).toBe(first.personId)
    expect(again.personId).not.toBeNull()
  })

  test('is refused where no accounts are made, and without an address', async () => {
    expect(await signInAs(stranger({ email: undefined }))).toEqual({
      location: '/sign-in?problem=issuer-email',
      personId: null,
    })
    vi.stubEnv('COLLOQUY_SIGN_UP', 'closed')
    expect(await signInAs(stranger())).toEqual({
      location: '/sign-in?problem=closed',
      personId: null,
    })
  })
})

describe('somebody with an account', () => {
  test('is joined to it when the issuer vouches for the address', async () => {
    const person = stranger()
    const { personId } = await makePerson({ email: person.email })
    expect((await signInAs(person)).personId).toBe(personId)
  })

  test('is not joined to it when the issuer does not vouch for the address', async () => {
    const person = stranger({ email_verified: false })
    const { personId } = await makePerson({ email: person.email })
    expect(await signInAs(person)).toEqual({
      location: '/sign-in?problem=issuer-unproved',
      personId: null,
    })
    expect(await db().account.count({ where: { personId } })).toBe(0)
  })

  test('is refused once he is disabled', async () => {
    const person = stranger()
    const { personId } = await signInAs(person)
    await db().person.updateMany({
      where: { id: personId ?? '' },
      data: { disabledAt: new Date() },
    })
    expect(await signInAs(person)).toEqual({
      location: '/sign-in?problem=disabled',
      personId: null,
    })
  })
})

describe('the way', () => {
  test('asks with PKCE, state and nonce', async () => {
    const asked = new URL(await start(new Jar())).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    for (const name of ['code_challenge', 'state', 'nonce']) {
      expect(asked.get(name)).toMatch(/^[\w-]{20,}/)
    }
  })

  test('does not end in a browser that it did not begin in', async () => {
    issuer.becomes(stranger())
    const back = await throughIssuer(await start(new Jar()))
    const other = new Jar()
    expect(locationOf(await comeBack(other, back))).toBe('/sign-in?problem=issuer-refused')
    expect(await actorFromRequest(ask('/', other))).toEqual({ kind: 'anonymous' })
  })

  test('leads to no other site afterwards', async () => {
    expect((await signInAs(stranger(), '//evil.example/')).location).toBe(`${SITE}/`)
  })

  test('says so when the issuer is away', async () => {
    vi.stubEnv('OIDC_ISSUER', 'http://127.0.0.1:9')
    expect(await start(new Jar())).toBe('/sign-in?problem=issuer-away')
  })

  test('is not there where the operator named no issuer', async () => {
    vi.stubEnv('OIDC_ISSUER', '')
    await expect(start(new Jar())).rejects.toMatchObject({ status: 404 })
  })
})
