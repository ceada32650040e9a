'use client'

import { KindChip } from '@/components/annotations/card/kind-chip'
import { reviewReason } from '@/components/annotations/placement/place-words'
import { PostBody } from '@/components/threads/post-body'
import { Avatar } from '@/components/ui/avatar'
import { Button, ButtonLink } from '@/components/ui/button'
import { textDirection } from '@/lib/text/direction'
import type { AnchorChoice, AnchorReviewItem, QueueReading } from './anchor-review'

/** A note that waits: what it says, what it was made on, where it would stand, and what may be decided. */
export function QueueItem({
  item,
  isCurrent,
  reading,
  onEnter,
  onDecide,
}: {
  readonly item: AnchorReviewItem
  readonly isCurrent: boolean
  readonly reading: QueueReading
  readonly onEnter: () => void
  readonly onDecide: (choice: AnchorChoice) => void
}) {
  const { note } = item
  return (
    <li
      className={isCurrent ? 'q-item is-current' : 'q-item'}
      data-note={note.id}
      onFocus={onEnter}
      aria-labelledby={`q-${note.id}`}
    >
      <div className="q-note">
        <p className="byline" id={`q-${note.id}`}>
          <Avatar name={note.author?.name ?? '?'} />
          <span className="name">{note.author?.name ?? 'Somebody'}</span>
          <KindChip kind={note.kind} />
        </p>
        {note.body && <PostBody body={note.body} className="clamp" />}
        <p className="meta">{repliesWords(note.replyCount)}</p>
      </div>
      <Places item={item} reading={reading} />
      <Decisions item={item} isCurrent={isCurrent} slug={reading.slug} onDecide={onDecide} />
    </li>
  )
}

function Places({
  item: { note, now, section },
  reading: { language, direction, revision },
}: {
  readonly item: AnchorReviewItem
  readonly reading: QueueReading
}) {
  const where = { lang: language, dir: textDirection(direction, language) }
  return (
    <div className="q-place">
      <p className="why">{reviewReason(note.place)}</p>
      <dl>
        {note.place.quote !== null && (
          <>
            <dt>Quoted</dt>
            <dd className="old" {...where}>
              {note.place.quote}
            </dd>
          </>
        )}
        <dt>Now</dt>
        {now ? (
          <dd {...where}>
            {now.before}
            <mark className="hl" data-level="1" data-state="others">
              {now.words}
            </mark>
            {now.after}
          </dd>
        ) : (
          <dd className="muted">
            No place found in revision {revision}
            {section !== null && `; it stands on “${section}”`}
          </dd>
        )}
      </dl>
    </div>
  )
}

function Decisions({
  item: { note, now, section, group },
  isCurrent,
  slug,
  onDecide,
}: {
  readonly item: AnchorReviewItem
  readonly isCurrent: boolean
  readonly slug: string
  readonly onDecide: (choice: AnchorChoice) => void
}) {
  const look = isCurrent ? 'primary' : undefined
  const keep = section === null ? 'Keep it on the whole reading' : 'Make it a section note'
  const shelf = group === null ? '' : `?group=${encodeURIComponent(group)}`
  return (
    <div className="q-act">
      {now ? (
        <Button variant={look} onClick={() => onDecide('confirmed')}>
          Accept the place
        </Button>
      ) : (
        <Button variant={look} onClick={() => onDecide('section')}>
          {keep}
        </Button>
      )}
      {note.place.quote !== null && (
        <ButtonLink variant="ghost" href={`/readings/${slug}${shelf}#place=${note.id}`}>
          {now ? 'Choose another' : 'Choose a place'}
        </ButtonLink>
      )}
      {now && (
        <Button variant="ghost" onClick={() => onDecide('section')}>
          {keep}
        </Button>
      )}
    </div>
  )
}

function repliesWords(count: number): string {
  if (count === 0) return 'No replies'
  return count === 1 ? '1 reply' : `${count} replies`
}
