import 'server-only'
import { activePeople } from '@/lib/auth/account-status'
import { waysIn } from '@/lib/auth/ways'
import { db } from '@/lib/db/client'
import { NotFound } from '@/lib/errors'
import { isId } from '@/lib/ids'

export type DemoPerson = { readonly id: string; readonly name: string; readonly role: string }

/** The people whom anybody may walk in as: those of the demo world, while the demo is on; in the order of the seed. */
export async function demoPeople(): Promise<readonly DemoPerson[]> {
  if (!waysIn().demo) return []
  const rows = await db().person.findMany({
    where: { AND: [activePeople(), { demoRole: { not: null } }] },
    orderBy: { id: 'asc' },
    take: 50,
    select: { id: true, name: true, demoRole: true },
  })
  return rows.map(({ id, name, demoRole }) => ({ id, name, role: demoRole ?? '' }))
}

/** How many people of the demo world are still kept though the demo is off. They cannot come in, but what they wrote stands. */
export async function demoPeopleLeft(): Promise<number> {
  return waysIn().demo ? 0 : db().person.count({ where: { demoRole: { not: null } } })
}

/** A demo person's id, proved to be one. Throws NotFound for anybody else, and for everybody while the demo is off. */
export async function demoPerson(id: string): Promise<string> {
  const person =
    waysIn().demo && isId(id)
      ? await db().person.findFirst({
          where: { AND: [activePeople(), { id, demoRole: { not: null } }] },
          select: { id: true },
        })
      : null
  if (!person) throw new NotFound('There is no such demo person.')
  return person.id
}
