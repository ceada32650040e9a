import { api } from '@/components/api-client'
import {
  LOOK_COOKIE,
  preferenceAttributes,
  preferencesCookie,
  preferencesFrom,
  type ReadingPreferences,
} from '@/lib/readings/reading-preferences'

const YEAR = 365 * 24 * 60 * 60

/** The look that the page has. */
export function shownPreferences(): ReadingPreferences {
  const kept = document.cookie.split('; ').find((pair) => pair.startsWith(`${LOOK_COOKIE}=`))
  return preferencesFrom(kept?.slice(LOOK_COOKIE.length + 1))
}

/** Gives the page a look and remembers it: in this browser and, for the others, with the person. The server wrote these attributes. */
export function savePreferences(look: ReadingPreferences, signedIn: boolean): void {
  const room = document.querySelector('.room')
  for (const [name, value] of Object.entries(preferenceAttributes(look)))
    room?.setAttribute(name, value)
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we serve.
  document.cookie = `${LOOK_COOKIE}=${preferencesCookie(look)}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`
  // What is painted is right already; that another browser hears of it later may fail in silence.
  if (signedIn) api.people.updateSettings({ look: preferencesCookie(look) }).catch(() => undefined)
}
