import 'server-only'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/generated/prisma/client'
import { ANONYMOUS } from '@/lib/policy/actor'
import { visibleTo } from '@/lib/policy/visible'
import {
  CONTENTIONS,
  type Contention,
  type Disagreement,
  firstWords,
  inParagraph,
} from '@/lib/showcase/disagreement'

const LONGEST_PASSAGE = 140
const CANDIDATES = 60

const select = {
  kind: true,
  start: true,
  end: true,
  bodyText: true,
  author: { select: { name: true } },
  revision: { select: { text: true } },
  section: { select: { revisions: { select: { revisionId: true, title: true } } } },
  revisionId: true,
  thread: {
    select: {
      replyCount: true,
      replies: {
        where: {
          deletedAt: null,
          inDebate: false,
          parentId: null,
          author: { demoRole: { not: null } },
        },
        orderBy: { id: 'asc' },
        take: 1,
        select: { bodyText: true, author: { select: { name: true } } },
      },
    },
  },
} satisfies Prisma.AnnotationSelect

type Row = Prisma.AnnotationGetPayload<{ select: typeof select }>

/**
 * A disagreement of demo people that guests may see: opposing words before finer ones, the most answered first. Null when there
 * is none. Only demo people's words, for nobody else agreed to stand on the front door.
 */
export async function disagreement(): Promise<Disagreement | null> {
  const rows = await db().annotation.findMany({
    where: {
      AND: [visibleTo(ANONYMOUS).annotations],
      kind: { in: [...CONTENTIONS] },
      deletedAt: null,
      start: { not: null },
      author: { demoRole: { not: null } },
      thread: { resolvedAt: null, replyCount: { gt: 0 } },
    },
    orderBy: { id: 'asc' },
    take: CANDIDATES,
    select,
  })
  const shown = rows.flatMap((row) => {
    const one = disagreementIn(row)
    return one === null ? [] : [{ one, rank: rankOf(row) }]
  })
  return shown.sort((a, b) => a.rank - b.rank)[0]?.one ?? null
}

function contentionOf({ kind }: Row): Contention | undefined {
  return CONTENTIONS.find((each) => each === kind)
}

function rankOf(row: Row): number {
  const kind = contentionOf(row)
  const stance = kind === undefined ? CONTENTIONS.length : CONTENTIONS.indexOf(kind)
  return stance * 1_000 - row.thread.replyCount
}

function disagreementIn(row: Row): Disagreement | null {
  const { start, end, revision, section, author, bodyText, thread } = row
  const kind = contentionOf(row)
  if (start === null || end === null || kind === undefined) return null
  if (end - start > LONGEST_PASSAGE) return null
  const title = section?.revisions.find((each) => each.revisionId === row.revisionId)?.title
  const [reply] = thread.replies
  if (title === undefined || reply === undefined) return null
  return {
    title,
    ...inParagraph(revision.text, { start, end }),
    note: { name: author.name, kind, text: firstWords(bodyText) },
    reply: { name: reply.author.name, text: firstWords(reply.bodyText) },
  }
}
