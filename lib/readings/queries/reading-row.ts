import 'server-only'
import { rowsOf } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'

const shelfSelect = {
  group: { select: { id: true, kind: true, name: true, slug: true, deletedAt: true } },
} satisfies Prisma.ShelfSelect

/** What is read of a reading wherever one is shown. */
export const readingSelect = {
  id: true,
  slug: true,
  title: true,
  genre: true,
  authors: true,
  language: true,
  sourceUrl: true,
  licence: true,
  dated: true,
  direction: true,
  visibility: true,
  ownerId: true,
  createdAt: true,
  deletedAt: true,
  shelves: { select: shelfSelect, orderBy: { addedAt: 'asc' } },
  currentRevision: { select: { id: true, number: true, words: true, createdAt: true } },
} satisfies Prisma.ReadingSelect

export type ReadingRow = Prisma.ReadingGetPayload<{ select: typeof readingSelect }>

// The statement behind `readingFor`. Raw SQL: nearly every request begins with it, and where this is one round trip Prisma takes four.

type Revision = NonNullable<ReadingRow['currentRevision']>
type Group = ReadingRow['shelves'][number]['group']

type FlatReading = Omit<ReadingRow, 'shelves' | 'currentRevision'> & {
  readonly groups: readonly (Omit<Group, 'deletedAt'> & { readonly deletedAt: string | null })[]
  readonly revisionId: string | null
  readonly revisionNumber: Revision['number']
  readonly revisionWords: Revision['words']
  readonly revisionCreatedAt: Revision['createdAt']
}

/** A reading by id or slug with its shelves, oldest first, and its current revision; null when there is none. Says nothing of rights. */
export async function readingRow(idOrSlug: string): Promise<ReadingRow | null> {
  const named = isId(idOrSlug)
    ? Prisma.sql`r.id = ${idOrSlug}::uuid`
    : Prisma.sql`r.slug = ${idOrSlug}`
  const [row] = await rowsOf<FlatReading>(Prisma.sql`
    SELECT r.id, r.slug, r.title, r.genre,
      COALESCE(r.authors, '{}') AS authors, r.language, r.source_url AS "sourceUrl",
      r.licence, r.dated, r.direction, r.visibility::text, r.owner_id AS "ownerId", r.created_at AS "createdAt",
      r.deleted_at AS "deletedAt", v.id AS "revisionId", v.number AS "revisionNumber",
      v.words AS "revisionWords", v.created_at AS "revisionCreatedAt",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', g.id, 'kind', g.kind, 'name', g.name,
          'slug', g.slug, 'deletedAt', g.deleted_at) ORDER BY s.added_at)
        FROM shelves s JOIN groups g ON g.id = s.group_id WHERE s.reading_id = r.id), '[]') AS groups
    FROM readings r LEFT JOIN revisions v ON v.id = r.current_revision_id
    WHERE ${named}`)
  return row ? shaped(row) : null
}

function shaped(row: FlatReading): ReadingRow {
  const { groups, revisionId, revisionNumber, revisionWords, revisionCreatedAt, ...reading } = row
  const revision = { number: revisionNumber, words: revisionWords, createdAt: revisionCreatedAt }
  return {
    ...reading,
    shelves: groups.map(({ deletedAt, ...group }) => ({
      group: { ...group, deletedAt: deletedAt === null ? null : new Date(deletedAt) },
    })),
    currentRevision: revisionId === null ? null : { id: revisionId, ...revision },
  }
}
