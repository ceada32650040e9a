import { Forbidden } from '@/lib/errors'

const HARMLESS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a change that another site's page sends with a visitor's cookie: the Origin, which browsers add to every such
 * request, must be our own. A request with a token instead of a cookie comes from no page and needs none.
 */
export function requireOwnOrigin(request: Request): void {
  if (HARMLESS.has(request.method) || request.headers.has('authorization')) return
  const origin = request.headers.get('origin')
  if (origin === null) return
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host')
  if (!URL.canParse(origin) || new URL(origin).host !== host) {
    throw new Forbidden('This came from another site and was refused.', 'foreign-origin')
  }
}
