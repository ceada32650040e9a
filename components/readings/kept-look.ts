import { LOOK_COOKIE, lookAttributes, lookCookie, lookFrom, type ReadingLook } from './reading-look'

const YEAR = 365 * 24 * 60 * 60

/** The look that the page has. */
export function shownLook(): ReadingLook {
  const kept = document.cookie.split('; ').find((pair) => pair.startsWith(`${LOOK_COOKIE}=`))
  return lookFrom(kept?.slice(LOOK_COOKIE.length + 1))
}

/** Gives the page a look and remembers it for the next one. The server wrote these attributes; nothing renders them anew. */
export function keepLook(look: ReadingLook): void {
  const room = document.querySelector('.room')
  for (const [name, value] of Object.entries(lookAttributes(look))) room?.setAttribute(name, value)
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we serve.
  document.cookie = `${LOOK_COOKIE}=${lookCookie(look)}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`
}
