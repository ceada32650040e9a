import { cookies } from 'next/headers'
import { currentActor } from '@/lib/auth/session'
import { presentMe } from '@/lib/people/present'
import { myself } from '@/lib/people/queries'
import {
  LOOK_COOKIE,
  preferencesFrom,
  type ReadingPreferences,
} from '@/lib/readings/reading-preferences'

/** How the text looks: as this browser has it or, where it has chosen nothing, as its person has it elsewhere. */
export async function preferencesShown(): Promise<ReadingPreferences> {
  const kept = (await cookies()).get(LOOK_COOKIE)?.value
  if (kept !== undefined) return preferencesFrom(kept)
  const actor = await currentActor()
  if (actor.kind === 'anonymous') return preferencesFrom(undefined)
  return preferencesFrom(presentMe(await myself(actor)).settings.look)
}
