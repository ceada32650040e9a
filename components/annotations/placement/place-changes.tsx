'use client'

import { useMemo } from 'react'
import { useRoom } from '@/components/room/context'
import { wordDiff } from '@/lib/text/word-diff'
import { WordChanges } from './word-changes'

/** The words that a note was made on, and what has become of them in the text. */
export function PlaceChanges({
  quote,
  start,
  end,
}: {
  readonly quote: string
  readonly start: number
  readonly end: number
}) {
  const language = useRoom(({ reading }) => reading.language)
  const now = useRoom(({ geometry }) => geometry?.textOf(start, end) ?? null)
  const changes = useMemo(
    () => (now === null ? null : wordDiff(quote, now, language)),
    [quote, now, language],
  )
  if (!changes) return <blockquote className="quote">{quote}</blockquote>
  return (
    <blockquote className="quote place-changes" lang={language} dir="auto">
      <WordChanges changes={changes} />
    </blockquote>
  )
}
