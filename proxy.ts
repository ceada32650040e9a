import { type NextRequest, NextResponse } from 'next/server'
import { isReadableAddress } from '@/lib/api/address'
import { isHarmless, isOwnOrigin } from '@/lib/api/origin'
import {
  browserCookieName,
  browserCookieOptions,
  newBrowser,
  openBrowser,
  sealBrowser,
} from '@/lib/auth/browser'
import { PATH_HEADER } from '@/lib/auth/local-path'
import { HTTPS_ONLY, isSecure } from '@/lib/auth/secret'
import { awayPage } from '@/lib/db/away-page'

// A content security policy with a nonce a request: no script runs that this server did not write into this very page.

/** Refuses what no page can be asked, and adds the policy to every page. The API has a door of its own; static files need none. */
export async function proxy(request: NextRequest): Promise<Response> {
  return whileAway(request) ?? (await refusal(request)) ?? withPolicy(request)
}

// Seen by lib/db/watch.ts, in this very process. While the disk is full one may still read.
function whileAway(request: NextRequest): Response | null {
  const trouble = globalThis.colloquyTrouble
  const stops = trouble === 'away' || (trouble === 'full' && !isHarmless(request))
  return trouble && stops ? awayPage(trouble) : null
}

async function refusal(request: NextRequest): Promise<NextResponse | null> {
  if (!isReadableAddress(request.nextUrl)) {
    return refused(400, 'This address cannot be read: part of it stands for no character.')
  }
  if (isHarmless(request)) return null
  if (!isOwnOrigin(request)) return refused(403, 'This came from another site and was refused.')
  if (!(await isReadableForm(request))) return refused(400, 'This form cannot be read.')
  return null
}

// Forms that work without scripts are sent as multipart. Next takes a broken one for a fault of the server.
async function isReadableForm(request: NextRequest): Promise<boolean> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(?:multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type)) return true
  return request
    .clone()
    .formData()
    .then(
      () => true,
      () => false,
    )
}

function refused(status: number, words: string): NextResponse {
  return new NextResponse(words, { status, headers: { 'content-type': 'text/plain' } })
}

function withPolicy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const policy = policyWith(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('referrer-policy', 'same-origin')
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('x-frame-options', 'DENY')
  if (isSecure()) response.headers.set('strict-transport-security', HTTPS_ONLY)
  nameBrowser(request, response)
  return response
}

// A browser that comes to a way in gets a name, so that its failures are its own. Who only reads gets none.
function nameBrowser(request: NextRequest, response: NextResponse): void {
  if (!/^\/(sign-in|sign-up|forgotten)/.test(request.nextUrl.pathname)) return
  const name = browserCookieName()
  const value = request.cookies.get(name)?.value
  if (value !== undefined && openBrowser(value) !== null) return
  response.cookies.set(name, sealBrowser(newBrowser()), browserCookieOptions())
}

function policyWith(nonce: string): string {
  const developing = process.env.NODE_ENV === 'development'
  return [
    "default-src 'self'",
    "worker-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${developing ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export const config = {
  matcher: [{ source: '/((?!api/|_next/static|_next/image|favicon.ico|icon.svg).*)' }],
}
