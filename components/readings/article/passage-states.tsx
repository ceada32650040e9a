'use client'

import { useEffect, useState } from 'react'
import { linesOf, outlinePath } from '@/components/readings/overview/outline-path'
import { useRoom } from '@/components/room/context'
import { shownSegments } from '@/components/room/coverage'
import type { RoomState } from '@/components/room/state'
import { type LiveArticle, useArticle } from './article-context'
import { dropHighlight, type HighlightName, showHighlight } from './highlights'

const PAD = 1.5

/** Shows in the text what is being written about and which passage the open note is about, the latter with an outline. */
export function PassageStates() {
  const article = useArticle()
  const focusedStart = useRoom((state) => focusedTarget(state)?.start ?? null)
  const focusedEnd = useRoom((state) => focusedTarget(state)?.end ?? null)
  const pendingStart = useRoom(({ pending }) => pending?.target?.start ?? null)
  const pendingEnd = useRoom(({ pending }) => pending?.target?.end ?? null)
  useShown(article, 'focused', focusedStart, focusedEnd)
  useShown(article, 'pending', pendingStart, pendingEnd)
  const path = useOutline(article, focusedStart, focusedEnd)
  return path === '' ? null : (
    <svg className="passage-outline" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}

function focusedTarget({ notes, focusedId }: RoomState) {
  return focusedId === null ? null : notes.get(focusedId)?.target
}

function useShown(
  article: LiveArticle | null,
  name: HighlightName,
  start: number | null,
  end: number | null,
): void {
  const segments = useRoom(shownSegments)
  // biome-ignore lint/correctness/useExhaustiveDependencies: new segments mean new nodes, and a range lives in the old ones.
  useEffect(() => {
    const range = start !== null && end !== null ? article?.index.rangeOf(start, end) : null
    if (!range) return
    showHighlight(name, [range])
    return () => dropHighlight(name)
  }, [article, name, start, end, segments])
}

function useOutline(article: LiveArticle | null, start: number | null, end: number | null): string {
  const [path, setPath] = useState('')
  useEffect(() => {
    if (!article || start === null || end === null) return
    const draw = () => setPath(outlineOf(article, start, end))
    draw()
    const stop = article.geometry.observe(draw)
    return () => {
      stop()
      setPath('')
    }
  }, [article, start, end])
  return path
}

function outlineOf({ root, index }: LiveArticle, start: number, end: number): string {
  const origin = root.parentElement?.getBoundingClientRect()
  const range = index.rangeOf(start, end)
  if (!origin || !range) return ''
  const rects = [...range.getClientRects()].map(({ left, top, right, bottom }) => ({
    left: left - origin.left,
    right: right - origin.left,
    top: top - origin.top,
    bottom: bottom - origin.top,
  }))
  return outlinePath(linesOf(rects), PAD)
}
