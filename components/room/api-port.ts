import { api } from '@/components/api-client'
import type { Segment } from '@/lib/text/segments'
import type { RoomPort } from './port'
import type { RoomStart } from './state'

const PER_PAGE = 100

const LEVELS = [1, 2, 3, 4] as const

// On the wire a level is any number.
function drawable({
  level,
  ...segment
}: Omit<Segment, 'level'> & { readonly level: number }): Segment {
  return { ...segment, level: LEVELS[level - 1] ?? 4 }
}

/** The room's questions, asked of the API for one reading on one shelf. */
export function apiPort({ reading, group }: Pick<RoomStart, 'reading' | 'group'>): RoomPort {
  // Everything as it stands in the text of this page, also when another revision is current by now.
  const shelf = { id: reading.id, groupId: group?.id, revisionId: reading.revisionId }
  return {
    notesIn: ({ from, to }, most) =>
      api.annotations.list({ ...shelf, sort: 'place', from, to, on: 'passage', limit: most }),
    notesBesides: async () => {
      const pages = await Promise.all(
        (['reading', 'section'] as const).map((on) =>
          api.annotations.list({ ...shelf, sort: 'place', on, limit: PER_PAGE }),
        ),
      )
      return pages.flatMap(({ items }) => items)
    },
    notesBy: ({ mine, unread, ...filters }, cursor) =>
      api.annotations.list({
        ...shelf,
        ...filters,
        mine: mine ? 'true' : undefined,
        unread: unread ? 'true' : undefined,
        cursor: cursor ?? undefined,
        limit: 50,
      }),
    note: (id) => api.annotations.get({ id }),
    replies: (id, cursor) => api.threads.replies({ id, cursor: cursor ?? undefined, limit: 50 }),
    reply: (id) => api.threads.getReply({ id }),
    coverage: async () => {
      const { segments, counts } = await api.readings.segments(shelf)
      return { segments: segments.map(drawable), counts }
    },
  }
}
