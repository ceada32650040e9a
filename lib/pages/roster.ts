import 'server-only'
import { currentActor } from '@/lib/auth/session'
import { now } from '@/lib/clock'
import { NotFound } from '@/lib/errors'
import { orNotFound } from '@/lib/pages/found'
import { groupOrNotFound } from '@/lib/pages/group'
import type { Actor } from '@/lib/policy/actor'
import type { GroupFacts } from '@/lib/policy/facts'
import { can } from '@/lib/policy/rules'
import { presentPlace, presentRoster } from '@/lib/rosters/present'
import { placesOf, rostersOf } from '@/lib/rosters/queries'

const LISTS_SHOWN = 10
const PLACES_SHOWN = 50

/** The lists of a course and whom they invited. Not there for who may not keep its roster. */
export async function loadRoster(slug: string, after: string | undefined) {
  const actor = await currentActor()
  const course = await groupOrNotFound(actor, slug)
  return { actor, course, ...(await orNotFound(roster(actor, course, after))) }
}

async function roster(actor: Actor, course: GroupFacts, after: string | undefined) {
  if (!can(actor, 'roster.keep', course)) throw new NotFound()
  const at = now()
  const [rosters, places] = await Promise.all([
    rostersOf(actor, { id: course.id, limit: LISTS_SHOWN }),
    placesOf(actor, { id: course.id, limit: PLACES_SHOWN, cursor: after }),
  ])
  return {
    at,
    rosters: rosters.items.map(presentRoster),
    places: places.items.map((row) => presentPlace(row, at)),
    nextCursor: places.nextCursor,
  }
}
