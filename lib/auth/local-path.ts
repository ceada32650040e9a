// Where somebody is led after signing in: only ever to a page of this site, whatever a link to the sign-in page says.

/** By it the proxy tells a page its own path and query, which Next keeps from it. */
export const PATH_HEADER = 'x-colloquy-path'

const HERE = 'http://here.invalid'
const LONGEST = 2_000

/** The path, query and fragment of a page of this site, or `/` for anything that leads elsewhere. */
export function localPath(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('/') || value.length > LONGEST) return '/'
  if (!URL.canParse(value, HERE)) return '/'
  const url = new URL(value, HERE)
  // A second slash, a backslash, a tab between slashes: browsers read all of them as another host.
  if (url.origin !== HERE || url.pathname.startsWith('//')) return '/'
  return `${url.pathname}${url.search}${url.hash}`
}

/** The code of the invitation that a path of this site leads to, or null. */
export function invitationIn(path: string): string | null {
  return /^\/join\/([\w-]+)$/.exec(path)?.[1] ?? null
}

/** Where somebody ends who has just joined a group. */
export function welcomePath(slug: string): string {
  return `/groups/${encodeURIComponent(slug)}?welcome=1`
}
