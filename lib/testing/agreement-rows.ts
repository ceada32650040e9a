import { db } from '@/lib/db/client'
import type { TableName } from '@/lib/policy/tables'
import type { Filter } from '@/lib/policy/where'

// The rows of the tables that see-rules are about, for the law that the interpreters of conditions agree.

type Found = Promise<readonly { readonly id: string }[]>

/** Rows of a table that a condition may be about. */
export function find(
  table: TableName,
  { where, select }: { where: Filter; select: Filter },
): Found {
  const asked = { where, select: { ...select, id: true } } as const
  switch (table) {
    case 'groups':
      return db().group.findMany(asked)
    case 'readings':
      return db().reading.findMany(asked)
    case 'assets':
      return db().asset.findMany(asked)
    case 'imports':
      return db().import.findMany(asked)
    case 'notifications':
      return db().notification.findMany(asked)
    case 'annotations':
      return db().annotation.findMany(asked)
    case 'pseudonyms':
      return db().pseudonym.findMany(asked)
    case 'assignments':
      return db().assignment.findMany(asked)
    case 'debates':
      return db().debate.findMany(asked)
    case 'claims':
      return db().claim.findMany(asked)
    case 'threads':
      return db().thread.findMany(asked)
    case 'replies':
      return db().reply.findMany(asked)
    default:
      throw new Error(`no rule is about ${table}`)
  }
}
