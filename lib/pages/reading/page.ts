import 'server-only'
import { cache } from 'react'
import { currentActor } from '@/lib/auth/session'
import { decoded, only, orNotFound } from '@/lib/pages/found'
import { type LoadedRoom, loadRoom } from '@/lib/pages/reading/room'
import { roomHref } from '@/lib/readings/room-href'
import { sectionAt } from '@/lib/text/document'
import { bucketsOf } from '@/lib/text/strip-buckets'

export type RoomRequest = {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: Promise<{ group?: string | string[]; assignment?: string | string[] }>
}

/** Texts longer than this, in UTF-16 units, are laid out by the browser piece by piece. */
const LONG = 30_000

/** What the page of a reading shows, or Next's answer that there is no such page. */
export async function roomOf({ params, searchParams }: RoomRequest) {
  const [{ slug }, query] = await Promise.all([params, searchParams])
  const room = await load(decoded(slug), only(query.group), only(query.assignment))
  const { reading, rendered, text, counts, listed, bars } = room
  return {
    ...room,
    isLong: text.text.length > LONG,
    buckets: bucketsOf(reading.sections, text.blocks),
    stopped: stoppedAt(room),
    href: addresses(room),
    sections: rendered.map((section) => ({
      ...section,
      notes: listed.filter(({ note }) => note.sectionId === section.sectionId),
      bar: bars.find(({ sectionId }) => sectionId === section.sectionId) ?? null,
      total: counts.find(({ sectionId }) => sectionId === section.sectionId)?.notes ?? 0,
    })),
  }
}

// Once a request: the page and its metadata ask for the same.
const load = cache(
  async (
    slug: string,
    group: string | undefined,
    assignment: string | undefined,
  ): Promise<LoadedRoom> => orNotFound(loadRoom(await currentActor(), slug, { group, assignment })),
)

function stoppedAt({ reading: { sections }, position }: LoadedRoom) {
  const section = position === null ? undefined : sectionAt(sections, position.offset)
  if (!section || position === null || section === sections[0]) return null
  return { offset: position.offset, sectionId: section.id, title: section.title }
}

function addresses({ reading, group, start }: LoadedRoom) {
  const shelf: Record<string, string> = start.assignment
    ? { assignment: start.assignment.id }
    : group
      ? { group: group.slug }
      : {}
  const page = `/readings/${reading.slug}`
  return {
    page: roomHref(start),
    /** The debate on a section, on a page of its own. */
    debateOn: (section: string) => {
      const query = group ? `?${new URLSearchParams(shelf)}` : ''
      return `${page}/debates/${section}${query}`
    },
    /** All its debates at a glance. */
    debates: `${page}/debates${group ? `?${new URLSearchParams(shelf)}` : ''}`,
    /** The plain list of the notes on a section, or on the reading as a whole. */
    notesOn: (section: string) => `${page}/notes?${new URLSearchParams({ ...shelf, section })}`,
  }
}
