import { api } from '@/components/api-client'
import { LOOK_COOKIE, lookAttributes, lookCookie, lookFrom, type ReadingLook } from './reading-look'

const YEAR = 365 * 24 * 60 * 60

/** The look that the page has. */
export function shownLook(): ReadingLook {
  const kept = document.cookie.split('; ').find((pair) => pair.startsWith(`${LOOK_COOKIE}=`))
  return lookFrom(kept?.slice(LOOK_COOKIE.length + 1))
}

/** Gives the page a look and remembers it: in this browser and, for the others, with the person. The server wrote these attributes. */
export function keepLook(look: ReadingLook, signedIn: boolean): void {
  const room = document.querySelector('.room')
  for (const [name, value] of Object.entries(lookAttributes(look))) room?.setAttribute(name, value)
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we serve.
  document.cookie = `${LOOK_COOKIE}=${lookCookie(look)}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`
  // What is painted is right already; that another browser hears of it later may fail in silence.
  if (signedIn) api.people.updateSettings({ look: lookCookie(look) }).catch(() => undefined)
}
