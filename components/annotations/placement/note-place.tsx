'use client'

import dynamic from 'next/dynamic'
import { useRoom, useRoomStore } from '@/components/room/context'
import { confirmPlace, keepWithoutPassage, takePlaceBack } from '@/components/room/place-commands'
import { Button } from '@/components/ui/button'
import { absoluteTime } from '@/components/ui/relative-time'
import type { AnnotationShape } from '@/lib/annotations/contract'
import { PlaceLine } from './place-line'

// Comparing words is loaded by those who open a note that was reworded.
const PlaceChanges = dynamic(async () => (await import('./place-changes')).PlaceChanges, {
  ssr: false,
})

/** In an open note: what it was made on, where that stands now, and what may be said of it. Nothing where it stands on its very words. */
export function NotePlace({ note }: { readonly note: AnnotationShape }) {
  const { place, target } = note
  const { quote, state, madeOn, placed } = place
  if (state === 'exact' && !placed) return null
  const quoted = state !== 'exact' && state !== 'moved' && quote !== null
  return (
    <section className="note-place" aria-label="Its place in the text">
      <PlaceLine place={place} />
      {quoted && (
        <figure>
          {target ? (
            <PlaceChanges quote={quote} start={target.start} end={target.end} />
          ) : (
            <blockquote className="quote is-gone">{quote}</blockquote>
          )}
          {madeOn !== null && (
            <figcaption className="meta">Quoted from revision {madeOn}</figcaption>
          )}
        </figure>
      )}
      <PlaceActions note={note} />
    </section>
  )
}

function PlaceActions({ note }: { readonly note: AnnotationShape }) {
  const room = useRoomStore()
  const outdated = useRoom(({ revised }) => revised !== null)
  const { can, place, target } = note
  const { placed, quote } = place
  if (placed) {
    return (
      <p className="meta place-acts">
        <span title={absoluteTime(new Date(placed.at))}>
          Placed by {placed.by?.name ?? 'somebody'}
        </span>
        {can.place && !outdated && (
          <Button variant="quiet" size="sm" onClick={() => void takePlaceBack(room, note.id)}>
            Take back
          </Button>
        )}
      </p>
    )
  }
  if (!can.place) return null
  if (outdated) return <p className="meta">The text was revised again: read it anew to decide.</p>
  return (
    <p className="place-acts">
      {target && (
        <Button size="sm" onClick={() => void confirmPlace(room, note)}>
          Looks right
        </Button>
      )}
      {quote !== null && (
        <Button
          variant={target ? 'quiet' : undefined}
          size="sm"
          onClick={() => room.choosePlace(note.id)}
        >
          Re-anchor
        </Button>
      )}
      <Button variant="quiet" size="sm" onClick={() => void keepWithoutPassage(room, note)}>
        {note.sectionId === null ? 'Keep on the whole' : 'Keep on section'}
      </Button>
    </p>
  )
}
