import { beforeEach, describe, expect, test, vi } from 'vitest'
import { sealSession, sessionCookieName } from '@/lib/auth/cookie'
import { newLink } from '@/lib/auth/one-time-link'
import { hashPassword } from '@/lib/auth/password'
import { actorFromRequest, createSession } from '@/lib/auth/session'
import { db } from '@/lib/db/client'
import { createInvitation } from '@/lib/groups/commands/invitations'
import { newId } from '@/lib/ids'
import type { SignedIn } from '@/lib/policy/actor'
import { at, groupWith } from '@/lib/testing/factories/group-with'
import { makePerson } from '@/lib/testing/factories/person'
import { makeToken } from '@/lib/testing/factories/token'
import { demoPeopleLeft } from './as-demo'
import { personByIdentity } from './by-issuer'
import { isSomebodys, redeemSignInLink } from './by-link'
import { personByPassword } from './by-password'
import { setPasswordByLink } from './by-password-link'
import { setupLink } from './set-up'
import { signUp } from './sign-up'

// Whoever starts with the demo and goes on without it: each way in by which its administrator came, before and after.

const PASSWORD = 'a password that all know'
let tomas: SignedIn
let email: string

beforeEach(async () => {
  vi.stubEnv('AUTH_SECRET', 'only for these tests')
  vi.stubEnv('COLLOQUY_DEMO', 'on')
  await db().person.deleteMany({ where: { demoRole: { not: null }, invitations: { none: {} } } })
  email = `${newId()}@demo.example`
  tomas = await makePerson({ email, admin: true, passwordHash: await hashPassword(PASSWORD) })
  await db().person.updateMany({ where: { id: tomas.personId }, data: { demoRole: 'Runs it' } })
})

const demoEnds = () => vi.stubEnv('COLLOQUY_DEMO', 'off')
const asked = (headers: Record<string, string>) =>
  actorFromRequest(new Request('http://localhost/', { headers }))
const enter = () => personByPassword({ email, password: PASSWORD, address: newId() })

describe('once the demo is off, its people are nobody', () => {
  test('their password lets nobody in', async () => {
    expect(await enter()).toBe(tomas.personId)
    demoEnds()
    await expect(enter()).rejects.toMatchObject({ code: 'wrong-password' })
  })

  test('their sessions and tokens are over', async () => {
    const sessionId = await createSession(tomas.personId, 'demo', new Headers())
    const cookie = `${sessionCookieName()}=${await sealSession(sessionId, tomas.personId)}`
    const token = await makeToken(tomas)
    expect(await asked({ cookie })).toMatchObject({ personId: tomas.personId })
    expect(await asked(token)).toMatchObject({ personId: tomas.personId })
    demoEnds()
    expect(await asked({ cookie })).toEqual({ kind: 'anonymous' })
    await expect(asked(token)).rejects.toMatchObject({ status: 401 })
  })

  test('links that were mailed to them and what an issuer says of them let nobody in', async () => {
    const signIn = await newLink('sign-in', email)
    const password = await newLink('password', email)
    const identity = { issuer: 'https://id.example', subject: newId(), email, emailVerified: true }
    await personByIdentity({ ...identity, name: null }, '')
    expect(await isSomebodys(email)).toBe(true)
    demoEnds()
    const refused = { code: 'disabled', status: 403 }
    expect(await isSomebodys(email)).toBe(false)
    await expect(redeemSignInLink(signIn, null)).rejects.toMatchObject(refused)
    await expect(setPasswordByLink(password, PASSWORD)).rejects.toMatchObject(refused)
    const again = personByIdentity({ ...identity, name: null }, '')
    await expect(again).rejects.toMatchObject(refused)
  })

  test('their administrator is none: the set-up link is printed, and a warning', async () => {
    await db().person.updateMany({ where: { demoRole: null }, data: { adminSince: null } })
    expect(await setupLink()).toBeNull()
    expect(await demoPeopleLeft()).toBe(0)
    demoEnds()
    expect(await setupLink()).toContain('/setup?token=')
    expect(await demoPeopleLeft()).toBeGreaterThan(0)
  })

  test('whom they invited makes no account', async () => {
    const { groupId, people } = await groupWith([])
    const maker = at(people, 0)
    await db().person.updateMany({ where: { id: maker.personId }, data: { demoRole: 'Leads' } })
    const wish = { id: groupId, role: 'member', expiresInDays: 1 } as const
    const { code } = await createInvitation(maker, wish)
    demoEnds()
    const person = { email: `${newId()}@example.org`, name: 'Noor', password: PASSWORD }
    const signedUp = signUp({ ...person, invitation: code, address: newId() })
    await expect(signedUp).rejects.toMatchObject({ code: 'closed' })
  })
})
