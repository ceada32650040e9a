'use client'

import { type KeyboardEvent, useMemo } from 'react'
import { useArticle, usePlace } from '@/components/readings/article/article-context'
import { useRoom } from '@/components/room/context'
import { shownSegments } from '@/components/room/coverage'
import { type Bucket, tallies, tallyWords } from '@/lib/text/strip-buckets'
import { offsetsIn, unreadStarts } from './loaded-notes'

/** The text as a ruler: a tick a few lines, as long as there are notes there. A list of links; arrows move, Enter jumps. */
export function Strip({ buckets }: { readonly buckets: readonly Bucket[] }) {
  const article = useArticle()
  const segments = useRoom(shownSegments)
  const unread = offsetsIn(useRoom(unreadStarts))
  const counts = useMemo(() => tallies(buckets, segments), [buckets, segments])
  const length = buckets.at(-1)?.end ?? 1
  // Placed by script alone: a server's inline styles are refused by the content security policy, and without scripts the
  // contents lead everywhere.
  if (!article) return <div className="strip-col" />
  return (
    <nav className="strip-col" aria-label="Where the notes are">
      <ol className="strip" onKeyDown={moveAlong}>
        {buckets.map((bucket, at) => {
          const tally = counts[at] ?? 0
          const news = unread.filter((start) => start >= bucket.start && start < bucket.end).length
          const words = `${tallyWords(tally)}${news > 0 ? `, ${news} unread` : ''}`
          return (
            <li key={bucket.start} style={{ insetBlockStart: percent(bucket.start / length) }}>
              <a
                className={`tally-${tally}`}
                href={`#s-${bucket.sectionId}`}
                tabIndex={at === 0 ? 0 : -1}
                aria-label={`${bucket.title}, ${bucket.place}: ${words}`}
                onClick={(event) => {
                  event.preventDefault()
                  article.geometry.reveal(bucket.start, bucket.end)
                }}
              >
                <i />
                {news > 0 && <b />}
                <span className="tooltip" aria-hidden="true">
                  {bucket.place} · {words}
                </span>
              </a>
            </li>
          )
        })}
      </ol>
      <StripWindow length={length} />
    </nav>
  )
}

/** Of the text: so much of it in the window is all of it. */
const WHOLE = 0.98

function StripWindow({ length }: { readonly length: number }) {
  const from = usePlace((place) => place.from)
  const to = usePlace((place) => place.to)
  // What fits the window needs no sign of where in it one is.
  if (from === null || to === null || to - from >= length * WHOLE) return null
  const style = {
    insetBlockStart: percent(from / length),
    blockSize: percent(Math.max(0.02, (to - from) / length)),
  }
  return <div className="strip-window" style={style} aria-hidden="true" />
}

function percent(share: number): string {
  return `${(Math.min(1, share) * 100).toFixed(2)}%`
}

function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
  const step = steps[event.key]
  if (step === undefined) return
  event.preventDefault()
  const links = [...event.currentTarget.querySelectorAll('a')]
  const now = links.findIndex((link) => link.matches(':focus'))
  links[Math.min(Math.max(now + step, 0), links.length - 1)]?.focus()
}
