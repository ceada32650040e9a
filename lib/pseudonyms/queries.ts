import 'server-only'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import { type AnyActor, ranksAtLeast, roleIn } from '@/lib/policy/actor'
import { pseudonymsLiftedSql } from '@/lib/policy/visible'
import { NOBODY_NAMED } from './byline'

type Post = { readonly assignmentId: Prisma.Sql; readonly authorId: Prisma.Sql }

/** The pseudonym of who wrote a post, as JSON of `{id, name}`; null for most. One look into an index. */
export function pseudonymSql({ assignmentId, authorId }: Post): Prisma.Sql {
  return Prisma.sql`(SELECT jsonb_build_object('id', y.id, 'name', y.name) FROM pseudonyms y
    WHERE y.assignment_id = ${assignmentId} AND y.person_id = ${authorId})`
}

/** Whether an assignment shows classmates no names; false without one. */
export function isVeiledSql(assignmentId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM assignments veiled
    WHERE veiled.id = ${assignmentId} AND veiled.names <> 'names')`
}

/** Whether an actor may write on a reading, in a group, what classmates read without the name. One query, or none. */
export async function veilsOn(
  actor: AnyActor,
  { readingId, groupId }: { readonly readingId: string; readonly groupId: string | null },
): Promise<boolean> {
  if (groupId === null || !isId(readingId) || ranksAtLeast(roleIn(actor, groupId), 'moderator'))
    return false
  const where = { readingId, groupId, publishedAt: { not: null }, names: { not: 'names' as const } }
  return (await db().assignment.findFirst({ where, select: { id: true } })) !== null
}

/** What classmates read in place of somebody's name in an assignment; null where they read it. One query. */
export async function nameReadFor(assignmentId: string, personId: string): Promise<string | null> {
  const where = { assignmentId_personId: { assignmentId, personId } }
  const row = await db().pseudonym.findUnique({ where, select: { name: true } })
  return row === null ? null : (row.name ?? NOBODY_NAMED)
}

/** The pseudonym that an actor reads instead of a name, joined to a statement as an alias; no row where the name is read. */
export function readPseudonymSql(
  actor: AnyActor,
  { assignmentId, authorId }: Post,
  as: 'y' | 'z' = 'y',
): Prisma.Sql {
  return Prisma.sql`LEFT JOIN LATERAL (SELECT y.id, y.name FROM pseudonyms y
    WHERE y.assignment_id = ${assignmentId} AND y.person_id = ${authorId}
      AND NOT ${pseudonymsLiftedSql(actor)} LIMIT 1) ${Prisma.raw(as)} ON TRUE`
}

/** The name that is read: a person's, or what `readPseudonymSql` found in its place. Both are the aliases of a statement. */
export function readNameSql(person: 'p' | 'q' | 'w', veil: 'y' | 'z' = 'y'): Prisma.Sql {
  const [name, id, other] = [`${person}.name`, `${veil}.id`, `${veil}.name`].map(Prisma.raw)
  return Prisma.sql`CASE WHEN ${id} IS NULL THEN ${name} ELSE COALESCE(${other}, ${NOBODY_NAMED}) END`
}

/** Whether a post is read as that of a person, or of a pseudonym, with this id: what is veiled is not found by who wrote it. */
export function isReadAsBySql(actor: AnyActor, post: Post, id: string): Prisma.Sql {
  const own = Prisma.sql`y.assignment_id = ${post.assignmentId} AND y.person_id = ${post.authorId}`
  return Prisma.sql`((${post.authorId} = ${id}::uuid AND NOT EXISTS (SELECT FROM pseudonyms y
      WHERE ${own} AND NOT ${pseudonymsLiftedSql(actor)}))
    OR EXISTS (SELECT FROM pseudonyms y WHERE ${own} AND y.name IS NOT NULL AND y.id = ${id}::uuid))`
}
