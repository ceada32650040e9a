'use client'

import { useEffect, useMemo, useState } from 'react'
import { type LiveArticle, useArticle } from '@/components/readings/article/article-context'
import { useRoom, useRoomStore } from '@/components/room/context'
import { shownSegments } from '@/components/room/coverage'
import { MANY, tallies, tallyWords } from '@/lib/text/strip-buckets'
import { offsetsIn, unreadStarts } from './loaded-notes'

type Paragraph = { readonly start: number; readonly end: number; readonly top: number }

/** In windows without room for cards: how many notes each paragraph has, in the gutter. A tap opens them. */
export function Bubbles() {
  const room = useRoomStore()
  const article = useArticle()
  const segments = useRoom(shownSegments)
  const news = offsetsIn(useRoom(unreadStarts))
  const paragraphs = useParagraphs(article)
  const counts = useMemo(() => tallies(paragraphs, segments), [paragraphs, segments])
  return (
    <div className="bubbles">
      {paragraphs.map(({ start, end, top }, at) => {
        const tally = counts[at] ?? 0
        if (tally === 0) return null
        const unread = news.some((offset) => offset >= start && offset < end)
        return (
          <button
            key={start}
            type="button"
            className={unread ? 'bubble has-unread' : 'bubble'}
            style={{ insetBlockStart: top }}
            aria-label={`${tallyWords(tally)} on this paragraph${unread ? ', unread' : ''}`}
            onClick={() => room.showPanel({ on: 'range', from: start, to: end })}
          >
            {tally >= MANY ? `${MANY}+` : tally}
          </button>
        )
      })}
    </div>
  )
}

function useParagraphs(article: LiveArticle | null): readonly Paragraph[] {
  const [paragraphs, setParagraphs] = useState<readonly Paragraph[]>([])
  useEffect(() => {
    if (!article) return
    const measure = () => setParagraphs(measured(article))
    measure()
    return article.geometry.observe(measure)
  }, [article])
  return paragraphs
}

function measured({ root }: LiveArticle): Paragraph[] {
  // Where there is a column of cards nobody looks at these, and measuring every paragraph would be in vain.
  if (!matchMedia('(max-width: 1119px) and (min-width: 760px)').matches) return []
  const origin = root.parentElement?.getBoundingClientRect().top ?? 0
  return [...root.querySelectorAll<HTMLElement>('.para[data-start]')].map((para) => ({
    start: Number(para.dataset.start),
    end: Number(para.dataset.end),
    top: Math.round(para.getBoundingClientRect().top - origin),
  }))
}
