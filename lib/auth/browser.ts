import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import { authSecret, isSecure } from './secret'

// One browser told from another, so that whoever guesses at an account does not make its owner wait. A browser that comes to sign in
// is given a name, signed; once it has signed in, the cookie says to which accounts, and its failures there are its own.
// See docs/decisions/0013-who-fails-waits-alone.md.

export type Browser = {
  readonly id: string
  /** Marks of the accounts that were signed in to here, the last one first. */
  readonly accounts: readonly string[]
}

const MOST_ACCOUNTS = 10
const MARK_LENGTH = 16
const shape = z.object({ id: z.uuid(), accounts: z.array(z.string()).max(MOST_ACCOUNTS) })

/** A browser that never was here. */
export function newBrowser(): Browser {
  return { id: randomUUID(), accounts: [] }
}

/** Whether somebody has signed in to an account in this browser before. */
export function knowsAccount(browser: Browser, account: string): boolean {
  return browser.accounts.includes(markOf(account))
}

/** The browser after signing in to an account. */
export function withAccount({ id, accounts }: Browser, account: string): Browser {
  const mark = markOf(account)
  const others = accounts.filter((each) => each !== mark)
  return { id, accounts: [mark, ...others].slice(0, MOST_ACCOUNTS) }
}

/** The cookie's name on this server. */
export function browserCookieName(): string {
  return `${isSecure() ? '__Host-' : ''}colloquy.browser`
}

const COOKIE_OPTIONS = {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  // The longest that browsers keep one.
  maxAge: 400 * 86_400,
} as const

/** The cookie's attributes on this server. */
export function browserCookieOptions() {
  return { ...COOKIE_OPTIONS, secure: isSecure() }
}

/** The cookie's value: what it says, and our signature. */
export function sealBrowser(browser: Browser): string {
  const said = Buffer.from(JSON.stringify(browser)).toString('base64url')
  return `${said}.${signature(`browser ${said}`)}`
}

/** The browser in a cookie's value, or null when we did not sign it. */
export function openBrowser(value: string): Browser | null {
  const [said = '', signed = ''] = value.split('.')
  const ours = Buffer.from(signature(`browser ${said}`))
  const theirs = Buffer.from(signed)
  if (ours.length !== theirs.length || !timingSafeEqual(ours, theirs)) return null
  return shape.parse(JSON.parse(Buffer.from(said, 'base64url').toString('utf8')))
}

// Not the account itself: the cookie tells nobody who signs in here.
function markOf(account: string): string {
  return signature(`account ${account}`).slice(0, MARK_LENGTH)
}

function signature(text: string): string {
  return createHmac('sha256', authSecret()).update(text).digest('base64url')
}
