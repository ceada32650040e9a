import 'server-only'
import { activePersonSql } from '@/lib/auth/account-status'
import { db } from '@/lib/db/client'
import { BY_ID, type Page, pageFrom } from '@/lib/db/page'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import { foldedName, PLAIN_LETTERS, SPECIAL_LETTERS } from '@/lib/people/folded-name'
import type { AnyActor } from '@/lib/policy/actor'
import { personOf } from '@/lib/policy/actor'
import { can, requireSight } from '@/lib/policy/rules'
import { visibleTo } from '@/lib/policy/visible'
import { type ReadingRow, readingRow, readingSelect } from './reading-row'

export const sectionSelect = {
  sectionId: true,
  ordinal: true,
  level: true,
  title: true,
  start: true,
  end: true,
} satisfies Prisma.RevisionSectionSelect

export type SectionRow = Prisma.RevisionSectionGetPayload<{ select: typeof sectionSelect }>

/** The reading with this id or slug. Throws NotFound when the actor may not see it. One query. */
export async function readingFor(actor: AnyActor, idOrSlug: string): Promise<ReadingRow> {
  return requireSight(actor, 'reading.see', await readingRow(idOrSlug))
}

/** A deleted reading, for its owner who takes that back. */
export async function deletedReadingFor(actor: AnyActor, id: string): Promise<ReadingRow> {
  const row = isId(id)
    ? await db().reading.findUnique({ where: { id }, select: readingSelect })
    : null
  if (row?.deletedAt) return requireSight(actor, 'reading.see', { ...row, deletedAt: null })
  throw new NotFound()
}

/** Sections of a revision, in order. */
export async function sectionsOfRevision(revisionId: string): Promise<readonly SectionRow[]> {
  return db().revisionSection.findMany({
    where: { revisionId },
    orderBy: { ordinal: 'asc' },
    select: sectionSelect,
  })
}

/** A page of the readings that an actor may see, newest first; of one group's shelf if it is named. */
export async function listReadings(
  actor: AnyActor,
  { cursor, limit, groupId }: { cursor?: string; limit: number; groupId?: string },
): Promise<Page<ReadingRow>> {
  const after = cursor === undefined ? null : BY_ID.decode(cursor)[0]
  if (groupId !== undefined && !isId(groupId)) throw new NotFound()
  const rows = await db().reading.findMany({
    where: {
      AND: [
        visibleTo(actor).readings,
        groupId === undefined
          ? {}
          : { shelves: { some: { groupId, group: visibleTo(actor).groups } } },
        after === null ? {} : { id: { lt: after } },
      ],
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: readingSelect,
  })
  return pageFrom(rows, limit, BY_ID, (row) => [row.id])
}

/** The shelves of a reading that an actor may look at, his own groups before others. */
export function shelvesFor(actor: AnyActor, reading: ReadingRow): ReadingRow['shelves'] {
  const seen = reading.shelves.filter(({ group }) => can(actor, 'group.see', group))
  const own = (shelf: (typeof seen)[number]) => can(actor, 'group.seeMembers', shelf.group)
  return [...seen.filter(own), ...seen.filter((shelf) => !own(shelf))]
}

/** The id of the group in which a reading is looked at; null where none is named. Throws NotFound for one that the actor does not see it in. */
export function groupNamed(
  actor: AnyActor,
  { shelves }: Pick<ReadingRow, 'shelves'>,
  groupId: string | null | undefined,
): string | null {
  if (groupId === null || groupId === undefined) return null
  const shelf = shelves.find(({ group }) => group.id === groupId)
  if (!shelf || !can(actor, 'group.see', shelf.group)) throw new NotFound()
  return groupId
}

/** Where a person stopped in a reading, as a UTF-16 offset of the present text, and which revision he read last; or null. */
export async function positionFor(
  actor: AnyActor,
  readingId: string,
): Promise<{ readonly offset: number; readonly seenId: string | null } | null> {
  const personId = personOf(actor)
  if (personId === null) return null
  const row = await db().readingPosition.findUnique({
    where: { personId_readingId: { personId, readingId } },
    select: { offset: true, seenId: true },
  })
  return row
}

/** People of the actor's own groups who see what is written on a reading's shelf, by a part of their name. */
export async function mentionablePeople(
  actor: AnyActor,
  reading: ReadingRow,
  { groupId, q, limit }: { groupId?: string; q: string; limit: number },
): Promise<readonly { id: string; name: string }[]> {
  const named = groupNamed(actor, reading, groupId)
  const groupIds = reading.shelves
    .filter(({ group }) => can(actor, 'group.seeMembers', group))
    .map(({ group }) => group.id)
    .filter((id) => named === null || id === named)
  if (groupIds.length === 0) return []
  // Folded in SQL, since a name is found without its accents: no index helps, and only members of these groups are looked at.
  const wanted = `%${foldedName(q).replace(/[\\%_]/g, String.raw`\$&`)}%`
  return db().$queryRaw<{ id: string; name: string }[]>`
    SELECT p.id, p.name
    FROM people p
    WHERE ${activePersonSql()}
      AND p.id IN (SELECT m.person_id FROM memberships m WHERE m.group_id = ANY(${groupIds}::uuid[]))
      AND lower(translate(
        regexp_replace(normalize(p.name, NFD), U&'[\\0300-\\036F]', '', 'g'),
        ${SPECIAL_LETTERS}, ${PLAIN_LETTERS}
      )) LIKE ${wanted}
    ORDER BY p.name
    LIMIT ${limit}`
}
