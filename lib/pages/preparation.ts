import 'server-only'
import { presentExtension } from '@/lib/assignments/present'
import type { AssignmentRow } from '@/lib/assignments/queries/assignments'
import { extensionsOf } from '@/lib/assignments/queries/extensions'
import { now } from '@/lib/clock'
import { isId } from '@/lib/ids'
import { only, orNotFound } from '@/lib/pages/found'
import type { Actor } from '@/lib/policy/actor'
import { overviewOf } from '@/lib/preparation/queries/overview'
import { STUDENT_FILTERS, STUDENT_ORDERS } from '@/lib/preparation/shape'
import { readingFor } from '@/lib/readings/queries/readings'

const EXTENSIONS_SHOWN = 100

type Query = Readonly<Record<string, string | string[] | undefined>>

/** What staff see of an assignment, by the filters in the address; and the address with others. */
export async function loadOverview(actor: Actor, row: AssignmentRow, query: Query) {
  const reading = await orNotFound(readingFor(actor, row.readingId))
  const circle = only(query.circle)
  const filter = STUDENT_FILTERS.find((one) => one === only(query.show)) ?? 'all'
  const order = STUDENT_ORDERS.find((one) => one === only(query.order)) ?? 'name'
  const circleId = circle !== undefined && isId(circle) ? circle : null
  const [overview, given] = await orNotFound(
    Promise.all([
      overviewOf(actor, row, reading, {
        ...{ circleId, filter, order },
        cursor: only(query.after),
        now: now(),
      }),
      extensionsOf(actor, row, { limit: EXTENSIONS_SHOWN }),
    ]),
  )
  const extensions = given.items.map(presentExtension)
  return { ...overview, extensions, ...{ circleId, filter, order }, at: addressed(row.id, query) }
}

function addressed(id: string, query: Query) {
  return (change: Readonly<Record<string, string | null>>): string => {
    const kept = ['circle', 'show', 'order', 'after'].flatMap((name) => {
      const value = name in change ? change[name] : only(query[name])
      return value ? [[name, value]] : []
    })
    const search = new URLSearchParams(kept)
    return kept.length === 0 ? `/assignments/${id}` : `/assignments/${id}?${search}`
  }
}
