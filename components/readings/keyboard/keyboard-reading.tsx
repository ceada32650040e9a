'use client'

import { useEffect, useState } from 'react'
import { type LiveArticle, useArticle } from '@/components/readings/article/article-context'
import { dropHighlight, showHighlight } from '@/components/readings/article/highlights'
import { useRoom, useRoomStore } from '@/components/room/context'
import { type BlockCursor, chosen, type Span } from './block-cursor'
import { cursorText } from './cursor-text'
import { readingKeys } from './reading-keys'

const MARGIN = 90

/** Shows where the keyboard's cursor stands, says what is chosen, and keeps it in the window. */
export function KeyboardReading() {
  const room = useRoomStore()
  const article = useArticle()
  const language = useRoom(({ reading }) => reading.language)
  const [span, setSpan] = useState<Span | null>(null)

  useEffect(() => {
    if (!article) return
    const text = cursorText(article.index, language)
    const moved = (cursor: BlockCursor | null) => setSpan(cursor && chosen(text, cursor))
    return readingKeys({ room, article, text, moved })
  }, [article, room, language])

  useEffect(() => {
    const range = article && span ? article.index.rangeOf(span.start, span.end) : null
    if (!range) return
    showHighlight('sentence', [range])
    bringIntoView(range)
    return () => dropHighlight('sentence')
  }, [article, span])

  return (
    <>
      <p className="vh" aria-live="polite">
        {article && span ? article.index.textOf(span.start, span.end) : ''}
      </p>
      {article && span && <div className="block-rail" style={railAt(article, span)} />}
    </>
  )
}

function bringIntoView(range: Range): void {
  const { top, bottom } = range.getBoundingClientRect()
  if (top < MARGIN) window.scrollBy({ top: top - MARGIN, behavior: 'instant' })
  else if (bottom > innerHeight - MARGIN && top > MARGIN) {
    const by = Math.min(bottom - innerHeight + MARGIN, top - MARGIN)
    window.scrollBy({ top: by, behavior: 'instant' })
  }
}

function railAt({ root, index }: LiveArticle, { start, end }: Span) {
  const box = index.rangeOf(start, end)?.getBoundingClientRect()
  const origin = root.parentElement?.getBoundingClientRect().top ?? 0
  return { insetBlockStart: (box?.top ?? origin) - origin, blockSize: box?.height ?? 0 }
}
