import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { isId } from '@/lib/ids'
import { authSecret, isSecure } from './secret'

// The cookie that next-auth would set, sealed by next-auth, with one thing of ours in it: the id of a session row.

export const SESSION_DAYS = 30
export const SESSION_SECONDS = SESSION_DAYS * 86_400

/** The name browsers keep it under: as next-auth names it. */
export function sessionCookieName(): string {
  return `${isSecure() ? '__Secure-' : ''}next-auth.session-token`
}

const SESSION_COOKIE_OPTIONS = {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  maxAge: SESSION_SECONDS,
} as const

/** The cookie's attributes on this server. */
export function sessionCookieOptions() {
  return { ...SESSION_COOKIE_OPTIONS, secure: isSecure() }
}

/** The cookie's value for a session. */
export async function sealSession(sessionId: string, personId: string): Promise<string> {
  return encode({
    token: { sub: personId, sid: sessionId },
    secret: authSecret(),
    maxAge: SESSION_SECONDS,
  })
}

/** The session in a cookie's value, or null when it is not ours or too old. */
export async function openSession(value: string): Promise<string | null> {
  const token = await decode({ token: value, secret: authSecret() }).catch(() => null)
  const sid = token?.sid
  return typeof sid === 'string' && isId(sid) ? sid : null
}

/** The value of one cookie in a Cookie header. */
export function cookieIn(header: string | null, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=')
    if (key === name) return decoded(value.join('='))
  }
  return null
}

// A cookie is whatever a browser was told to send: one that is not encoded properly is taken as it stands.
function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
