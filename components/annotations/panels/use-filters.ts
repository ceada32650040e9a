'use client'

import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useEffect, useMemo } from 'react'
import { useRoomStore } from '@/components/room/context'
import type { Filters } from '@/components/room/state'

export const KINDS = ['note', 'support', 'oppose', 'nuance', 'question', 'highlight'] as const
export const STATUSES = ['open', 'resolved'] as const
export const SORTS = ['place', 'newest', 'activity'] as const

const PARSERS = {
  author: parseAsString,
  tag: parseAsString,
  kind: parseAsStringLiteral(KINDS),
  status: parseAsStringLiteral(STATUSES),
  mine: parseAsBoolean,
  unread: parseAsBoolean,
  circle: parseAsString,
  sort: parseAsStringLiteral(SORTS),
}

/** The filters as the address has them, and how to change or clear them. */
export function useFilters() {
  const [query, setQuery] = useQueryStates(PARSERS, { history: 'replace', shallow: true })
  const { author, tag, kind, status, mine, unread, circle, sort } = query
  const filters = useMemo(
    (): Filters => ({
      author: author ?? undefined,
      tag: tag ?? undefined,
      kind: kind ?? undefined,
      status: status ?? undefined,
      mine: mine ? true : undefined,
      unread: unread ? true : undefined,
      circleId: circle ?? undefined,
      sort: sort ?? 'place',
    }),
    [author, tag, kind, status, mine, unread, circle, sort],
  )
  return {
    filters,
    change: (change: Partial<typeof query>) => void setQuery(change),
    clear: () => void setQuery(null),
  }
}

/** Keeps the room's list in step with the address. Once in a page. */
export function useFiltersInRoom(): void {
  const room = useRoomStore()
  const { filters } = useFilters()
  useEffect(() => {
    room.setFilters(filters)
  }, [room, filters])
}
