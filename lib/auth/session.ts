import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { now } from '@/lib/clock'
import { db, transaction } from '@/lib/db/client'
import { Unauthenticated } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { personNews } from '@/lib/people/news'
import { type Actor, ANONYMOUS } from '@/lib/policy/actor'
import { actorBySession, actorByToken } from './actor-query'
import {
  type Browser,
  browserCookieName,
  browserCookieOptions,
  newBrowser,
  openBrowser,
  sealBrowser,
  withAccount,
} from './browser'
import { ADDRESS_HEADER } from './client-address'
import {
  cookieIn,
  openSession,
  SESSION_DAYS,
  sealSession,
  sessionCookieName,
  sessionCookieOptions,
} from './cookie'
import { localPath, PATH_HEADER } from './local-path'
import { hashSecret } from './tokens'

// The only reader of cookies and headers: from a request to the actor of the policy room.

/** Who sends a request. Throws Unauthenticated for a token that is not good, also where a guest may read. */
export async function actorFromRequest(request: Request): Promise<Actor> {
  return actorFromHeaders(request.headers)
}

/** Who listens, and when they have to show again that they may; null: never. */
export type Admission = { readonly actor: Actor; readonly expiresAt: Date | null }

/** The same with the end of the session or token, for answers that stay open. Throws Unauthenticated as above. */
export async function admissionFromRequest(request: Request): Promise<Admission> {
  return admissionFromHeaders(request.headers)
}

/** Who looks at a page: asked once a request, however many parts of the page ask. A bad token is a guest here. */
export const currentActor = cache(async (): Promise<Actor> => {
  const sent = await headers()
  return actorFromHeaders(sent).catch((error: unknown) => {
    if (error instanceof Unauthenticated) return ANONYMOUS
    throw error
  })
})

/** Headers, of a request or of the page that is being made. */
export type Sent = { get(name: string): string | null }

async function actorFromHeaders(sent: Sent): Promise<Actor> {
  return (await admissionFromHeaders(sent)).actor
}

async function admissionFromHeaders(sent: Sent): Promise<Admission> {
  const nobody = { actor: ANONYMOUS, expiresAt: null }
  const authorization = sent.get('authorization')
  if (authorization !== null) return admissionFromToken(authorization)
  const sessionId = await sessionIdFrom(sent)
  if (sessionId === null) return nobody
  const found = await actorBySession(sessionId)
  if (!found) return nobody
  if (isOlder(found.lastUsedAt, SESSION_TOUCH_MS)) await touchSession(sessionId)
  return found
}

async function admissionFromToken(authorization: string): Promise<Admission> {
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
  const hash = token === undefined ? null : hashSecret(token)
  const found = hash === null ? null : await actorByToken(hash)
  if (!found || hash === null) {
    throw new Unauthenticated('This token is not known, has expired or was revoked.')
  }
  if (isOlder(found.lastUsedAt, TOKEN_TOUCH_MS)) {
    await db().apiToken.updateMany({ where: { hash }, data: { lastUsedAt: now() } })
  }
  return found
}

async function sessionIdFrom(sent: Sent): Promise<string | null> {
  const value = cookieIn(sent.get('cookie'), sessionCookieName())
  return value === null ? null : openSession(value)
}

/** The session of the page's visitor, to mark it in a list of his sessions; null for a guest. */
export async function currentSessionId(): Promise<string | null> {
  return sessionIdFrom(await headers())
}

/** The session behind a request, or null. A request with a token has none, whatever cookie comes with it. */
export async function sessionIdOf(request: Request): Promise<string | null> {
  if (request.headers.has('authorization')) return null
  return sessionIdFrom(request.headers)
}

// "Last used" to the nearest few minutes is enough, and spares most requests a write.
const SESSION_TOUCH_MS = 5 * 60_000
const TOKEN_TOUCH_MS = 60 * 60_000

function isOlder(moment: Date | null, age: number): boolean {
  return moment === null || now().getTime() - moment.getTime() > age
}

async function touchSession(id: string): Promise<void> {
  await db().session.updateMany({ where: { id }, data: { lastUsedAt: now() } })
}

/** How somebody proved who he is; kept in the audit. */
export type Way = 'password' | 'demo' | 'mail' | 'issuer' | 'sign-up' | 'setup'

/** Makes a session row for the browser that sent these headers, in place of the one it had. Returns its id, for the cookie. */
export async function createSession(personId: string, way: Way, sent: Sent): Promise<string> {
  const previous = await sessionIdFrom(sent)
  const id = newId()
  const at = now()
  await transaction(async (tx) => {
    if (previous !== null) await tx.session.deleteMany({ where: { id: previous } })
    await tx.session.createMany({
      data: {
        id,
        personId,
        userAgent: (sent.get('user-agent') ?? '').slice(0, 300),
        address: addressOf(sent),
        createdAt: at,
        lastUsedAt: at,
        expiresAt: new Date(at.getTime() + SESSION_DAYS * 86_400_000),
      },
    })
    await tx.audit.createMany({
      data: {
        id: newId(),
        at,
        actorId: personId,
        action: 'session.started',
        subjectId: id,
        particulars: { way },
      },
    })
  })
  return id
}

/** Signs a person in on this browser, which remembers it: a session row and its cookie. For server actions and route handlers. */
export async function startSession(personId: string, way: Way): Promise<void> {
  const sent = await headers()
  const id = await createSession(personId, way, sent)
  const jar = await cookies()
  const browser = withAccount(browserOf(sent) ?? newBrowser(), personId)
  jar.set(browserCookieName(), sealBrowser(browser), browserCookieOptions())
  jar.set(sessionCookieName(), await sealSession(id, personId), sessionCookieOptions())
}

/** Signs the visitor out: the row goes, the cookie with it, and the streams that it opened end. */
export async function endSession(): Promise<void> {
  const id = await currentSessionId()
  if (id !== null) await endSessionRow(id)
  const jar = await cookies()
  jar.delete(sessionCookieName())
}

async function endSessionRow(id: string): Promise<void> {
  await transaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { id }, select: { personId: true } })
    if (!session) return
    const { personId } = session
    await tx.session.deleteMany({ where: { id } })
    await personNews.record(tx, {
      kind: 'person.changed',
      actorId: personId,
      subjectId: personId,
      at: now(),
    })
  })
}

/** Who knocks, as far as can be known of somebody who has not said who he is. */
export type Visitor = {
  /** The network address, `unknown` where it was not marked. */
  readonly address: string
  /** The browser that was here before, or null. */
  readonly browser: Browser | null
}

/** Who asks for a page or sends a form. */
export async function currentVisitor(): Promise<Visitor> {
  return visitorOf(await headers())
}

/** Path and query of the page that is being made; `/` where they are not known. */
export async function currentPath(): Promise<string> {
  return localPath((await headers()).get(PATH_HEADER))
}

/** Who sends a request. */
export function visitorOf(sent: Sent): Visitor {
  return { address: addressOf(sent), browser: browserOf(sent) }
}

function addressOf(sent: Sent): string {
  return (sent.get(ADDRESS_HEADER) ?? 'unknown').slice(0, 60)
}

function browserOf(sent: Sent): Browser | null {
  const value = cookieIn(sent.get('cookie'), browserCookieName())
  return value === null ? null : openBrowser(value)
}

/** The Set-Cookie header by which a browser keeps its name and, after signing in, remembers the account. */
export function browserCookie(sent: Sent, account: string | null): string {
  const { maxAge, path, secure } = browserCookieOptions()
  const browser = browserOf(sent) ?? newBrowser()
  const value = sealBrowser(account === null ? browser : withAccount(browser, account))
  const attributes = `Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax`
  return `${browserCookieName()}=${value}; ${attributes}${secure ? '; Secure' : ''}`
}
