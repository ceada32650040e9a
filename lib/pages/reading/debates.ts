import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { currentActor } from '@/lib/auth/session'
import { presentDebate } from '@/lib/debates/present'
import { debateView } from '@/lib/debates/queries/debate-view'
import { type DebateRow, debatesOn } from '@/lib/debates/queries/debates'
import { writersOf } from '@/lib/debates/queries/writers'
import { NotFound } from '@/lib/errors'
import { formatCursor } from '@/lib/events/cursor'
import { staffOf } from '@/lib/groups/queries'
import { hub } from '@/lib/live'
import { decoded, only, orNotFound } from '@/lib/pages/found'
import type { ReadingRow } from '@/lib/readings/queries/reading-row'
import { readingFor, sectionsOfRevision, shelvesFor } from '@/lib/readings/queries/readings'

export type DebateRequest = {
  readonly params: Promise<{ slug: string; section: string }>
  readonly searchParams: Promise<Partial<Record<'group' | 'thesis' | 'read', string | string[]>>>
}

type Shelf = ReadingRow['shelves'][number]['group']

/** A reading on the shelf of a group with its sections and its debates, or Next's answer that there is none. Four queries. */
export const debatesOf = cache((slug: string, groupSlug: string | undefined) =>
  orNotFound(loadDebates(slug, groupSlug)),
)

async function loadDebates(slug: string, groupSlug: string | undefined) {
  const actor = await currentActor()
  // Before anything is read: what changes from then on comes over the stream.
  const cursor = formatCursor(await hub().position())
  const reading = await readingFor(actor, slug)
  const revision = reading.currentRevision
  const shelves = shelvesFor(actor, reading).map((shelf) => shelf.group)
  const group: Shelf | undefined =
    groupSlug === undefined ? shelves[0] : shelves.find((each) => each.slug === groupSlug)
  if (!revision || !group) throw new NotFound()
  const [sections, debates, staff] = await Promise.all([
    sectionsOfRevision(revision.id),
    debatesOn({ reading, groupId: group.id }),
    staffOf(group),
  ])
  return { actor, cursor, reading, revision, group, staff, sections, debates }
}

/** What a page on one section's debate shows. */
export async function debateOf({ params, searchParams }: DebateRequest) {
  const [{ slug, section: sectionId }, query] = await Promise.all([params, searchParams])
  const shelf = await debatesOf(decoded(slug), only(query.group))
  const section = shelf.sections.find((each) => each.sectionId === sectionId)
  if (!section) notFound()
  const row = shelf.debates.find((each) => each.sectionId === sectionId)
  const debate = row ? await firstScreen(shelf.actor, row, only(query.thesis)) : null
  const page = `/readings/${shelf.reading.slug}`
  const search = `?group=${shelf.group.slug}`
  return {
    ...shelf,
    section,
    debate,
    href: {
      reading: `${page}${search}`,
      section: `${page}${search}#s-${sectionId}`,
      debate: `${page}/debates/${sectionId}${search}`,
      map: `${page}/debates/${sectionId}/map${search}`,
      all: `${page}/debates${search}`,
    },
    start: startOf(shelf),
  }
}

async function firstScreen(
  actor: Awaited<ReturnType<typeof currentActor>>,
  row: DebateRow,
  thesisId: string | undefined,
) {
  const [view, writers] = await orNotFound(
    Promise.all([debateView(actor, row, thesisId), writersOf(row.groupId)]),
  )
  return presentDebate(actor, view, writers)
}

/** What the room around a debate needs to be live: no notes are loaded there. */
export function startOf({
  actor,
  cursor,
  reading,
  revision,
  group,
  staff,
  sections,
}: Awaited<ReturnType<typeof debatesOf>>) {
  return {
    me: actor.kind === 'signed-in' ? { id: actor.personId, name: actor.name } : null,
    reading: {
      id: reading.id,
      slug: reading.slug,
      title: reading.title,
      language: reading.language,
      revisionId: revision.id,
      revision: revision.number,
      unseenAt: null,
      sections: sections.map(({ sectionId, title, level, start, end }) => ({
        id: sectionId,
        title,
        level,
        start,
        end,
      })),
    },
    group: { id: group.id, slug: group.slug, name: group.name, kind: group.kind, staff },
    may: { annotate: false, visibilities: [] },
    segments: [],
    counts: [],
    cursor,
  }
}
