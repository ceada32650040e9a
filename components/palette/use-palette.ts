'use client'

import { useEffect, useState } from 'react'
import { api } from '@/components/api-client'
import { noticeStore } from '@/components/notifications/notice-store'
import { useRoomStoreIfAny } from '@/components/room/context'
import type { RoomState } from '@/components/room/state'
import { setWatch } from '@/components/room/watch-commands'
import { foundEntry } from '@/components/search/found-entry'
import type { Account } from '@/components/shell/account-menu'
import { notify } from '@/components/ui/toast'
import type { FoundShape } from '@/lib/search/contract'
import {
  asSearch,
  matching,
  type PaletteEntry,
  type PaletteGroup,
  pageEntries,
  readingEntries,
} from './entries'

const PAUSE_MS = 120
const EACH = 6

type Found = {
  readonly typed: string
  readonly anywhere: readonly FoundShape[]
  readonly here: readonly FoundShape[]
}

const NOTHING: Found = { typed: '', anywhere: [], here: [] }

export type PaletteState = {
  readonly groups: readonly PaletteGroup[]
  /** `searching` while an answer is on its way; `failed` where there is none. */
  readonly state: 'ready' | 'searching' | 'failed'
}

/** What the palette lists for what was typed: pages and commands at once, what the search finds as it comes. */
export function usePalette(account: Account | null, typed: string): PaletteState {
  const room = useRoomStoreIfAny()
  const reading = room?.getState() ?? null
  const [found, setFound] = useState(NOTHING)
  const [state, setState] = useState<PaletteState['state']>('ready')
  const readingSlug = reading?.reading.slug ?? null

  useEffect(() => {
    const words = asSearch(typed)
    if (words === '') {
      setFound(NOTHING)
      setState('ready')
      return
    }
    let isStale = false
    setState('searching')
    const waiting = setTimeout(() => {
      search(words, readingSlug).then(
        (next) => {
          if (isStale) return
          setFound({ typed, ...next })
          setState('ready')
        },
        () => !isStale && setState('failed'),
      )
    }, PAUSE_MS)
    return () => {
      isStale = true
      clearTimeout(waiting)
    }
  }, [typed, readingSlug])

  const own = [
    { name: 'This reading', items: reading ? ofReading(reading) : [] },
    {
      name: 'Pages',
      items: pageEntries({
        isSignedIn: account !== null,
        isAdministrator: account?.administrator ?? false,
      }),
    },
    { name: 'Commands', items: account ? commands() : [] },
  ].map(({ name, items }) => ({ name, items: matching(items, typed).slice(0, 12) }))
  const searched = [
    { name: 'In this text and its notes', items: found.here.map(foundEntry('here')) },
    { name: 'Everywhere', items: found.anywhere.map(foundEntry('anywhere')) },
    ...(typed.trim() === '' ? [] : [{ name: 'Search', items: [wholeSearch(typed)] }]),
  ]
  const groups = [...own, ...searched].filter(({ items }) => items.length > 0)
  return { groups, state }
}

async function search(q: string, slug: string | null): Promise<Omit<Found, 'typed'>> {
  const [anywhere, here] = await Promise.all([
    api.search.find({ q, in: 'reading,person,claim,annotation', limit: EACH }),
    slug === null
      ? null
      : api.search.find({ q: `${q} reading:${slug}`, in: 'text,annotation,reply', limit: EACH }),
  ])
  // What stands in the open reading is listed there.
  const others = anywhere.items.filter(
    ({ kind, reading }) => slug === null || kind === 'reading' || reading?.slug !== slug,
  )
  return { anywhere: others, here: here?.items ?? [] }
}

function wholeSearch(typed: string): PaletteEntry {
  const href = `/search?q=${encodeURIComponent(typed.trim())}`
  return { id: 'search', icon: 'search', name: `Search for “${typed.trim()}”`, act: { href } }
}

function commands(): readonly PaletteEntry[] {
  const readAll = () =>
    void noticeStore
      .readAll()
      .then(() => notify({ text: 'All notifications are marked as read.' }))
      .catch(() => notify({ text: 'They could not be marked as read. Try again.' }))
  return [
    {
      id: 'read-all',
      icon: 'check',
      name: 'Mark all notifications as read',
      act: { run: readAll },
    },
    {
      id: 'theme',
      icon: 'moon',
      name: 'Change theme',
      act: { run: () => document.querySelector<HTMLElement>('.theme-switch')?.click() },
    },
  ]
}

function ofReading({ reading, group, me }: RoomState): readonly PaletteEntry[] {
  const { id, slug, sections } = reading
  const watch = (level: 'watching' | 'muted') => () => void setWatch({ kind: 'reading', id }, level)
  const watching: readonly PaletteEntry[] = [
    { id: 'watch', icon: 'eye', name: 'Watch this reading', act: { run: watch('watching') } },
    { id: 'mute', icon: 'close', name: 'Mute this reading', act: { run: watch('muted') } },
  ]
  return [
    ...readingEntries({ slug, groupSlug: group?.slug ?? null, sections }),
    ...(me ? watching : []),
    {
      id: 'keys',
      icon: 'keyboard',
      name: 'Keyboard shortcuts',
      keys: ['?'],
      act: { run: () => document.querySelector<HTMLElement>('.key-map')?.click() },
    },
  ]
}
