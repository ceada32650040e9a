import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { linkAddress } from '@/lib/auth/one-time-link'
import { createSession } from '@/lib/auth/session'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { makePerson } from '@/lib/testing/factories/person'
import { type Mailbox, openMailbox } from '@/lib/testing/mailbox'
import { redeemSignInLink, sendConfirmation, sendSignInLink } from './by-link'
import { personByPassword } from './by-password'
import { sendPasswordLink, setPasswordByLink } from './by-password-link'

let mailbox: Mailbox

beforeAll(async () => {
  mailbox = await openMailbox()
  vi.stubEnv('SMTP_URL', mailbox.url)
  vi.stubEnv('COLLOQUY_URL', 'http://localhost:3456')
})

afterAll(() => mailbox.close())

let address = ''
beforeEach(() => {
  address = newId()
})

async function somebody() {
  const email = `${newId()}@example.org`
  return { email, ...(await makePerson({ email, passwordHash: 'a hash' })) }
}

/** Sends a letter as the sign-in page does and returns what stands in it. */
async function letterTo(email: string, next = '/'): Promise<{ text: string; link: URL }> {
  const send = await sendSignInLink({ email, address, next })
  await send()
  return lastLetter(email)
}

function lastLetter(email: string): { text: string; link: URL } {
  const letter = mailbox.letters.findLast(({ to }) =>
    JSON.stringify(to).includes(email.toLowerCase()),
  )
  const text = letter?.text ?? ''
  const link = /http:\S+/.exec(text)?.[0] ?? ''
  expect(letter?.html).toContain(link.replaceAll('&', '&#38;'))
  return { text, link: new URL(link) }
}

function tokenIn(link: URL): string {
  return link.searchParams.get('token') ?? ''
}

describe('the link that signs in', () => {
  test('reaches its person by mail, leads back to where he was, and lets in once', async () => {
    const { email, personId } = await somebody()
    const { link } = await letterTo(email.toUpperCase(), '/readings/a?group=b')
    expect(link.origin + link.pathname).toBe('http://localhost:3456/sign-in/link')
    expect(link.searchParams.get('next')).toBe('/readings/a?group=b')
    expect(await linkAddress('sign-in', tokenIn(link))).toBe(email)
    expect(await redeemSignInLink(tokenIn(link), null)).toBe(personId)
    await expect(redeemSignInLink(tokenIn(link), null)).rejects.toMatchObject({ code: 'link' })
  })

  test('is sent to nobody for an address that nobody has', async () => {
    const before = mailbox.letters.length
    const send = await sendSignInLink({ email: 'nobody@example.org', address, next: '/' })
    await send()
    expect(mailbox.letters).toHaveLength(before)
  })

  test('is kept only as its hash', async () => {
    const { email } = await somebody()
    const { link } = await letterTo(email)
    const rows = await db().oneTimeLink.findMany({ where: { email } })
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(tokenIn(link))
  })

  test('no longer works once a newer one was sent, or half an hour has passed', async () => {
    const { email } = await somebody()
    const older = await letterTo(email)
    const newer = await letterTo(email)
    await expect(redeemSignInLink(tokenIn(older.link), null)).rejects.toMatchObject({
      code: 'link',
    })
    await db().oneTimeLink.updateMany({ where: { email }, data: { expiresAt: new Date() } })
    await expect(redeemSignInLink(tokenIn(newer.link), null)).rejects.toMatchObject({
      code: 'link',
    })
  })

  test('sets no password, and does not let a disabled person in', async () => {
    const { email, personId } = await somebody()
    const { link } = await letterTo(email)
    await expect(setPasswordByLink(tokenIn(link), 'a new password')).rejects.toMatchObject({
      code: 'link',
    })
    await db().person.updateMany({ where: { id: personId }, data: { disabledAt: new Date() } })
    await expect(redeemSignInLink(tokenIn(link), null)).rejects.toMatchObject({ code: 'disabled' })
  })
})

describe('an address that is proved for the first time', () => {
  test('shuts out whoever signed up with it before: password, sessions and tokens go', async () => {
    const { email, personId } = await somebody()
    await createSession(personId, 'sign-up', new Headers())
    await redeemSignInLink(tokenIn((await letterTo(email)).link), null)
    const person = await db().person.findUniqueOrThrow({
      where: { id: personId },
      include: { sessions: true },
    })
    expect(person.passwordHash).toBeNull()
    expect(person.sessions).toEqual([])
    expect(person.emailVerifiedAt).toBeInstanceOf(Date)
  })

  test('leaves all as it is for whoever is signed in as that person, and for a later proof', async () => {
    const { email, personId } = await somebody()
    await redeemSignInLink(tokenIn((await letterTo(email)).link), personId)
    await redeemSignInLink(tokenIn((await letterTo(email)).link), null)
    const person = await db().person.findUniqueOrThrow({ where: { id: personId } })
    expect(person.passwordHash).toBe('a hash')
  })
})

describe('the letter after signing up', () => {
  test('proves the address in the browser where one signed up, and the password stays', async () => {
    const { email, personId } = await somebody()
    await sendConfirmation(email)()
    const { text, link } = lastLetter(email)
    expect(text).toContain('made an account')
    await redeemSignInLink(tokenIn(link), personId)
    const person = await db().person.findUniqueOrThrow({ where: { id: personId } })
    expect(person.passwordHash).toBe('a hash')
    expect(person.emailVerifiedAt).toBeInstanceOf(Date)
  })
})

describe('the link to a new password', () => {
  test('sets it once, and ends every session', async () => {
    const { email, personId } = await somebody()
    await createSession(personId, 'password', new Headers())
    const send = await sendPasswordLink({ email, address })
    await send()
    const token = tokenIn(lastLetter(email).link)
    await expect(setPasswordByLink(token, 'short')).rejects.toMatchObject({
      code: 'password-short',
    })
    expect(await setPasswordByLink(token, 'a long enough one')).toBe(personId)
    expect(await personByPassword({ email, password: 'a long enough one', address })).toBe(personId)
    expect(await db().session.count({ where: { personId } })).toBe(0)
    await expect(setPasswordByLink(token, 'another long one')).rejects.toMatchObject({
      code: 'link',
    })
  })
})

test('a mail server that is away is told of as such', async () => {
  const { email } = await somebody()
  vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:9')
  const send = await sendSignInLink({ email, address, next: '/' })
  await expect(send()).rejects.toMatchObject({ status: 503 })
  vi.stubEnv('SMTP_URL', mailbox.url)
})
