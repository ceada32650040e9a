import { cookies } from 'next/headers'
import {
  LOOK_COOKIE,
  lookFrom,
  type ReadingLook,
} from '@/components/readings/preferences/reading-look'
import { currentActor } from '@/lib/auth/session'
import { presentMe } from '@/lib/people/present'
import { myself } from '@/lib/people/queries'

/** How the text looks: as this browser has it or, where it has chosen nothing, as its person has it elsewhere. */
export async function lookShown(): Promise<ReadingLook> {
  const kept = (await cookies()).get(LOOK_COOKIE)?.value
  if (kept !== undefined) return lookFrom(kept)
  const actor = await currentActor()
  if (actor.kind === 'anonymous') return lookFrom(undefined)
  return lookFrom(presentMe(await myself(actor)).settings.look)
}
