'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { isTyping } from '@/components/keyboard/is-typing'
import { lettersAct } from '@/components/keyboard/key-switch'
import { listenForKeys } from '@/components/keyboard/letter-keys'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { AnchorChoice, AnchorReviewItem, QueueReading } from './anchor-review'
import { QueueItem } from './queue-item'
import { useAnchorReview } from './use-anchor-review'

/** The queue: one decision a note, by mouse or by keys, each of which can be taken back. */
export function AnchorReviewQueue({
  items,
  total,
  reading,
}: {
  readonly items: readonly AnchorReviewItem[]
  readonly total: number
  readonly reading: QueueReading
}) {
  const router = useRouter()
  const queue = useAnchorReview(items, reading.revision)
  const list = useRef<HTMLOListElement>(null)
  const { waiting, current, move, decide, undo } = queue
  useEffect(() => {
    const unlessTyping = (act: () => void) => (event: KeyboardEvent) => {
      if (isTyping(event) || !lettersAct()) return
      event.preventDefault()
      act()
    }
    return listenForKeys(window, {
      j: unlessTyping(() => move(1)),
      k: unlessTyping(() => move(-1)),
      u: unlessTyping(() => void undo()),
    })
  }, [move, undo])
  useEffect(() => {
    if (queue.asked === 0) return
    const item = list.current?.querySelector<HTMLElement>(`[data-note="${current}"]`)
    item?.querySelector('button')?.focus({ preventScroll: true })
    item?.scrollIntoView({ block: 'nearest' })
  }, [queue.asked, current])

  if (waiting.length === 0) {
    return <Nothing left={total - items.length} reading={reading} onMore={() => router.refresh()} />
  }
  return (
    <section aria-label="The queue">
      <p className="spread look-head">
        <span className="meta num" role="status">
          {total - queue.decided} waiting
        </span>
        <span className="meta hide-s">
          <kbd>j</kbd> <kbd>k</kbd> move, <kbd>Enter</kbd> accept, <kbd>u</kbd> undo
        </span>
      </p>
      <ol className="queue" ref={list}>
        {waiting.map((item) => (
          <QueueItem
            key={item.note.id}
            item={item}
            isCurrent={item.note.id === current}
            reading={reading}
            onEnter={() => queue.enter(item.note.id)}
            onDecide={(choice: AnchorChoice) => void decide(item, choice)}
          />
        ))}
      </ol>
    </section>
  )
}

function Nothing({
  left,
  reading,
  onMore,
}: {
  readonly left: number
  readonly reading: QueueReading
  readonly onMore: () => void
}) {
  if (left > 0) {
    return (
      <EmptyState
        title={`${left} more ${left === 1 ? 'waits' : 'wait'}`}
        actions={
          <Button variant="primary" onClick={onMore}>
            Show them
          </Button>
        }
      >
        These are decided. The next ones can be shown now.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="Nothing waits for you here"
      actions={
        <ButtonLink variant="primary" href={`/readings/${reading.slug}`}>
          Read the text
        </ButtonLink>
      }
    >
      Every note that is yours to place stands where it belongs. When the text is revised and a
      passage is reworded beyond certainty, or gone, its note waits here for you.
    </EmptyState>
  )
}
