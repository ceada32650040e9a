import 'server-only'
import { db } from '@/lib/db/client'
import { BY_ID, type Page, pageFrom } from '@/lib/db/page'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { isId } from '@/lib/ids'
import { type AnyActor, personOf } from '@/lib/policy/actor'
import { requireSight } from '@/lib/policy/rules'
import { visibleTo } from '@/lib/policy/visible'

const NOBODY = '00000000-0000-0000-0000-000000000000'

// A section's title is that of the current revision.
const sectionSelect = {
  sectionId: true,
  prompt: true,
  section: {
    select: {
      revisions: {
        where: { revision: { currentOf: { isNot: null } } },
        select: { title: true, ordinal: true },
        take: 1,
      },
    },
  },
} satisfies Prisma.AssignmentSectionSelect

/** What a summary is made of. */
export function summarySelect(actor: AnyActor) {
  const personId = personOf(actor) ?? NOBODY
  return {
    id: true,
    groupId: true,
    readingId: true,
    title: true,
    version: true,
    opensAt: true,
    dueAt: true,
    repliesUntil: true,
    steps: true,
    notesFirst: true,
    openForAllAt: true,
    byCircle: true,
    classAt: true,
    names: true,
    publishedAt: true,
    closedAt: true,
    group: { select: { id: true, kind: true, deletedAt: true, timeZone: true } },
    reading: { select: { id: true, slug: true, title: true, currentRevisionId: true } },
    completions: { where: { personId }, select: { at: true } },
    extensions: {
      where: {
        OR: [{ personId }, { circle: { members: { some: { personId, leftAt: null } } } }],
      },
      select: { dueAt: true, personId: true },
    },
  } satisfies Prisma.AssignmentSelect
}

function assignmentSelect(actor: AnyActor) {
  return {
    ...summarySelect(actor),
    instructions: true,
    requiredKinds: true,
    lateRule: true,
    scheme: true,
    sections: { where: { droppedAt: null }, select: sectionSelect },
    changes: {
      orderBy: { version: 'desc' },
      take: 20,
      select: {
        version: true,
        at: true,
        changes: true,
        changedBy: { select: { id: true, name: true } },
      },
    },
  } satisfies Prisma.AssignmentSelect
}

export type SummaryRow = Prisma.AssignmentGetPayload<{ select: ReturnType<typeof summarySelect> }>
export type AssignmentRow = Prisma.AssignmentGetPayload<{
  select: ReturnType<typeof assignmentSelect>
}>

/** An assignment. Throws NotFound when the actor may not see it. */
export async function assignmentFor(actor: AnyActor, id: string): Promise<AssignmentRow> {
  if (!isId(id)) throw new NotFound()
  const row = await db().assignment.findUnique({ where: { id }, select: assignmentSelect(actor) })
  return requireSight(actor, 'assignment.see', row)
}

const RUNNING_SHOWN = 5

/** The published assignments of a group on one reading that are not closed, newest first; the first few. One query. */
export async function assignmentsRunningOn(
  actor: AnyActor,
  { groupId, readingId }: { readonly groupId: string; readonly readingId: string },
): Promise<readonly SummaryRow[]> {
  const running = { groupId, readingId, publishedAt: { not: null }, closedAt: null }
  return db().assignment.findMany({
    where: { AND: [visibleTo(actor).assignments, running] },
    orderBy: { id: 'desc' },
    take: RUNNING_SHOWN,
    select: summarySelect(actor),
  })
}

/** A page of the assignments of a group that an actor may see, newest first. */
export async function assignmentsOf(
  actor: AnyActor,
  groupId: string,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Page<SummaryRow>> {
  const after = cursor === undefined ? [] : [{ id: { lt: BY_ID.decode(cursor)[0] } }]
  const rows = await db().assignment.findMany({
    where: { AND: [visibleTo(actor).assignments, { groupId }, ...after] },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: summarySelect(actor),
  })
  return pageFrom(rows, limit, BY_ID, (row) => [row.id])
}
