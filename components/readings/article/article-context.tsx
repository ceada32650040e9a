'use client'

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import { useRoomStore } from '@/components/room/context'
import type { PassageGeometry } from '@/components/room/passage-geometry'
import { articleGeometry } from './geometry'
import { keepPainted } from './keep-painted'
import { type Place, type ReadingPlace, readingPlace } from './reading-place'
import { indexText, type TextIndex } from './text-index'

/** The text in the page: the element, the way between its places and offsets, where passages lie, and what is in the window. */
export type LiveArticle = {
  readonly root: HTMLElement
  readonly index: TextIndex
  readonly geometry: PassageGeometry
  readonly place: ReadingPlace
}

const ArticleContext = createContext<LiveArticle | null>(null)

/** Makes the server's article known to what works on it. Must stand around it, inside the room. */
export function ArticleProvider({ children }: { readonly children: ReactNode }) {
  const room = useRoomStore()
  const [article, setArticle] = useState<LiveArticle | null>(null)

  useEffect(() => {
    const root = document.querySelector<HTMLElement>('#text > article')
    if (!root) return
    const index = indexText(root)
    const geometry = articleGeometry(root, index)
    const place = readingPlace(geometry)
    const stop = keepPainted(room, index)
    setArticle({ root, index, geometry, place })
    room.provideGeometry(geometry)
    return () => {
      stop()
      place.stop()
      room.provideGeometry(null)
    }
  }, [room])

  return <ArticleContext value={article}>{children}</ArticleContext>
}

/** The article, or null until the page has come to life. */
export function useArticle(): LiveArticle | null {
  return useContext(ArticleContext)
}

/** A part of where the reader is, null until that is known. Renders anew only when that part changes. */
export function usePlace<Part>(select: (place: Place) => Part): Part | null {
  const article = useArticle()
  const part = () => (article ? select(article.place.current()) : null)
  return useSyncExternalStore(article?.place.subscribe ?? never, part, () => null)
}

function never(): () => void {
  return () => {}
}
