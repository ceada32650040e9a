import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { Forbidden, NotFound } from '@/lib/errors'
import { cookieIn } from './cookie'
import { localPath } from './local-path'
import { ISSUER, nextAuthOptions } from './next-auth'
import { runNextAuth } from './next-auth-bridge'
import { authSecret, isSecure } from './secret'
import { browserCookie } from './session'
import { siteUrl, waysIn } from './ways'

// The two doors to next-auth: the start of the way over an issuer, and the addresses under /api/auth that issuers and programs
// come back to. What goes wrong is said on the sign-in page, by the codes that it knows.

/** Sends the browser to the issuer. Throws NotFound where there is none. */
export async function startAtIssuer(request: Request): Promise<Response> {
  if (waysIn().issuer === null) throw new NotFound('This server has no sign-in service.')
  const next = localPath(new URL(request.url).searchParams.get('next'))
  // next-auth begins only on a form of its own page; this request stands for it. Coming back is guarded by state and nonce.
  const csrfToken = randomBytes(32).toString('hex')
  const seal = createHash('sha256').update(`${csrfToken}${authSecret()}`).digest('hex')
  const answer = await runNextAuth(nextAuthOptions(request, { invitation: '', personId: '' }), {
    method: 'POST',
    path: ['signin', ISSUER],
    query: {},
    body: { csrfToken, callbackUrl: siteUrl(next) },
    cookies: { [`${isSecure() ? '__Host-' : ''}next-auth.csrf-token`]: `${csrfToken}|${seal}` },
    headers: Object.fromEntries(request.headers),
  })
  return inOurWords(answer)
}

/** Answers under /api/auth: what comes back from an issuer, and signing in by a form of one's own. Anything else is NotFound. */
export async function nextAuthAnswer(request: Request, path: readonly string[]): Promise<Response> {
  const method = request.method === 'POST' ? 'POST' : 'GET'
  if (!OPEN.has(`${method} ${path.join('/')}`)) throw new NotFound()
  if (path[1] === ISSUER && waysIn().issuer === null) throw new NotFound()
  const cookies = cookiesIn(request)
  const entry = { invitation: invitationIn(cookies), personId: '' }
  const answer = await runNextAuth(nextAuthOptions(request, entry), {
    method,
    path,
    query: Object.fromEntries(new URL(request.url).searchParams),
    body: method === 'POST' ? await formIn(request) : {},
    cookies,
    headers: Object.fromEntries(request.headers),
  })
  // Whoever is about to sign in by a form of his own is a browser from now on; whoever has just signed in is known to his account.
  if (entry.personId !== '' || path[0] === 'csrf') {
    answer.headers.append('set-cookie', browserCookie(request.headers, entry.personId || null))
  }
  return inOurWords(answer)
}

const OPEN: ReadonlySet<string> = new Set([
  'GET csrf',
  'POST callback/credentials',
  `GET callback/${ISSUER}`,
  `POST callback/${ISSUER}`,
])
const LONGEST_FORM = 20_000

async function formIn(request: Request): Promise<Record<string, string>> {
  const text = await request.text()
  if (text.length > LONGEST_FORM) throw new Forbidden('This form is too long.')
  return Object.fromEntries(new URLSearchParams(text))
}

function cookiesIn(request: Request): Record<string, string> {
  const header = request.headers.get('cookie')
  const names = (header ?? '').split(';').map((part) => part.split('=')[0]?.trim() ?? '')
  return Object.fromEntries(
    names.filter((name) => name !== '').map((name) => [name, cookieIn(header, name) ?? '']),
  )
}

// Whoever was on an invitation's page when he chose to sign in comes with that invitation.
function invitationIn(cookies: Readonly<Record<string, string>>): string {
  const back = cookies[`${isSecure() ? '__Secure-' : ''}next-auth.callback-url`] ?? ''
  const path = URL.canParse(back) ? new URL(back).pathname : back
  return /^\/join\/([\w-]+)$/.exec(path)?.[1] ?? ''
}

const PROBLEMS: Readonly<Record<string, string>> = {
  OAuthSignin: 'issuer-away',
  OAuthCallback: 'issuer-refused',
  Callback: 'issuer-refused',
  CredentialsSignin: 'password',
}

function inOurWords(answer: Response): Response {
  const to = answer.headers.get('location')
  const error = to === null ? null : new URL(to, siteUrl('/')).searchParams.get('error')
  if (to === null || error === null || !isOurs(to)) return answer
  const headers = new Headers(answer.headers)
  headers.set('location', `/sign-in?problem=${PROBLEMS[error] ?? 'issuer-refused'}`)
  return new Response(null, { status: 302, headers })
}

// An issuer's own address may carry a parameter named error as well.
function isOurs(location: string): boolean {
  const site = siteUrl('/')
  return new URL(location, site).origin === new URL(site).origin
}
