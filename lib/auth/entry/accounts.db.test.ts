import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { makeGroup } from '@/lib/testing/factories/group'
import { makePerson } from '@/lib/testing/factories/person'
import { demoPeople, demoPerson } from './as-demo'
import { personByPassword } from './by-password'
import { setUp, setupLink } from './set-up'
import { signUp } from './sign-up'

beforeEach(() => {
  vi.stubEnv('COLLOQUY_DEMO', 'off')
})
afterEach(() => vi.unstubAllEnvs())

function wish(overrides: { email?: string; password?: string; invitation?: string } = {}) {
  return {
    email: `${newId()}@example.org`,
    name: 'Noor Haddad',
    password: 'twelve wagons',
    invitation: '',
    address: newId(),
    ...overrides,
  }
}

async function invitationCode(facts: { expiresAt: Date; usesLeft?: number }): Promise<string> {
  const code = newId().replace(/-/g, '').slice(-10).toUpperCase()
  const group = await makeGroup()
  const { personId } = await makePerson()
  await db().invitation.create({
    data: {
      id: newId(),
      groupId: group.id,
      code,
      role: 'member',
      createdById: personId,
      createdAt: new Date(),
      ...facts,
    },
  })
  return code
}

const TOMORROW = new Date(Date.now() + 86_400_000)

describe('signing up', () => {
  test('makes an account that one signs in to', async () => {
    vi.stubEnv('COLLOQUY_SIGN_UP', 'open')
    const wished = wish()
    const { personId } = await signUp(wished)
    expect(await personByPassword(wished)).toBe(personId)
  })

  test.each([
    ['a password of nine characters', { password: 'nine char' }, 'password-short'],
    ['what is no address', { email: 'not an address' }, 'email'],
  ])('refuses %s', async (_, overrides, code) => {
    vi.stubEnv('COLLOQUY_SIGN_UP', 'open')
    await expect(signUp(wish(overrides))).rejects.toMatchObject({ code, status: 422 })
  })

  test('refuses an address that somebody has, in whatever letters', async () => {
    vi.stubEnv('COLLOQUY_SIGN_UP', 'open')
    const { email } = wish()
    await signUp(wish({ email }))
    await expect(signUp(wish({ email: email.toUpperCase() }))).rejects.toMatchObject({
      code: 'email-taken',
    })
  })

  test('needs an open invitation where it goes by invitation', async () => {
    vi.stubEnv('COLLOQUY_SIGN_UP', 'invitation')
    const open = await invitationCode({ expiresAt: TOMORROW })
    const expired = await invitationCode({ expiresAt: new Date(0) })
    await expect(signUp(wish())).rejects.toMatchObject({ code: 'closed' })
    await expect(signUp(wish({ invitation: expired }))).rejects.toMatchObject({ code: 'closed' })
    await expect(signUp(wish({ invitation: open.toLowerCase() }))).resolves.toMatchObject({
      personId: expect.any(String),
    })
  })

  test('is refused with an invitation too where it is closed', async () => {
    vi.stubEnv('COLLOQUY_SIGN_UP', 'closed')
    const invitation = await invitationCode({ expiresAt: TOMORROW })
    await expect(signUp(wish({ invitation }))).rejects.toMatchObject({ status: 403 })
  })

  test('by invitation ends in its group, and spends it: an invitation for one makes one account', async () => {
    vi.stubEnv('COLLOQUY_SIGN_UP', 'invitation')
    const invitation = await invitationCode({ expiresAt: TOMORROW, usesLeft: 1 })
    const wishes = Array.from({ length: 4 }, () => wish({ invitation }))
    const outcomes = await Promise.allSettled(wishes.map(signUp))
    const made = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    expect(made).toHaveLength(1)
    expect(made[0]?.group).toMatchObject({ slug: expect.any(String), role: 'member' })
    for (const each of outcomes) {
      if (each.status === 'rejected') {
        expect(each.reason.code).toMatch(/^closed|invitation-used-up$/)
      }
    }
    const emails = wishes.map(({ email }) => email)
    expect(await db().person.count({ where: { email: { in: emails } } })).toBe(1)
    await expect(signUp(wish({ invitation }))).rejects.toMatchObject({ code: 'closed' })
  })

  test('that fails spends nothing', async () => {
    vi.stubEnv('COLLOQUY_SIGN_UP', 'invitation')
    const invitation = await invitationCode({ expiresAt: TOMORROW, usesLeft: 1 })
    const { email } = wish()
    await makePerson({ email })
    await expect(signUp(wish({ email, invitation }))).rejects.toMatchObject({ code: 'email-taken' })
    await expect(signUp(wish({ invitation }))).resolves.toMatchObject({ group: {} })
  })

  test('goes by invitation unless the operator or the demo says otherwise', async () => {
    await expect(signUp(wish())).rejects.toMatchObject({ code: 'closed' })
    vi.stubEnv('COLLOQUY_DEMO', 'on')
    await expect(signUp(wish())).resolves.toMatchObject({ personId: expect.any(String) })
  })
})

describe('demo people', () => {
  async function demoRow(): Promise<string> {
    const { personId } = await makePerson()
    await db().person.updateMany({ where: { id: personId }, data: { demoRole: 'Analyst' } })
    return personId
  }

  test('are walked in as while the demo is on, and nobody else is', async () => {
    vi.stubEnv('COLLOQUY_DEMO', 'on')
    const id = await demoRow()
    expect(await demoPerson(id)).toBe(id)
    expect((await demoPeople()).map((person) => person.id)).toContain(id)
    const { personId } = await makePerson()
    await expect(demoPerson(personId)).rejects.toMatchObject({ status: 404 })
  })

  test('are neither shown nor walked in as while the demo is off', async () => {
    const id = await demoRow()
    expect(await demoPeople()).toEqual([])
    await expect(demoPerson(id)).rejects.toMatchObject({ status: 404 })
  })
})

describe('the first administrator', () => {
  function tokenIn(link: string | null): string {
    return new URL(link ?? 'http://none.example').searchParams.get('token') ?? ''
  }

  test('is made by the newest link, once, and then there is no link any more', async () => {
    const older = tokenIn(await setupLink())
    const secret = tokenIn(await setupLink())
    const person = { email: `${newId()}@example.org`, name: 'Tomás', password: 'twelve wagons' }
    await expect(setUp({ secret: older, ...person })).rejects.toMatchObject({ code: 'link' })
    await expect(setUp({ secret, ...person, password: 'short' })).rejects.toMatchObject({
      code: 'password-short',
    })
    const personId = await setUp({ secret, ...person })
    expect(await db().person.findUnique({ where: { id: personId } })).toMatchObject({
      adminSince: expect.any(Date),
    })
    await expect(setUp({ secret, ...person })).rejects.toMatchObject({ code: 'link' })
    expect(await setupLink()).toBeNull()
  })

  test('needs no link while the demo is on', async () => {
    await db().person.updateMany({ data: { adminSince: null } })
    vi.stubEnv('COLLOQUY_DEMO', 'on')
    expect(await setupLink()).toBeNull()
  })
})
