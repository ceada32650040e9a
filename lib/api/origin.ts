import { Forbidden } from '@/lib/errors'

const HARMLESS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a request is of the kind that changes nothing. */
export function isHarmless({ method }: Request): boolean {
  return HARMLESS.has(method)
}

/** Whether a request comes from a page of our own, or from no page: browsers add the Origin to every change that a page sends. */
export function isOwnOrigin({ headers }: Request): boolean {
  const origin = headers.get('origin')
  if (origin === null) return true
  const host = headers.get('x-forwarded-host') ?? headers.get('host')
  return URL.canParse(origin) && new URL(origin).host === host
}

/**
 * Refuses a change that another site's page sends with a visitor's cookie. A request with a token instead of a cookie comes from no page
 * and needs no Origin.
 */
export function requireOwnOrigin(request: Request): void {
  if (isHarmless(request) || request.headers.has('authorization') || isOwnOrigin(request)) return
  throw new Forbidden('This came from another site and was refused.', 'foreign-origin')
}
