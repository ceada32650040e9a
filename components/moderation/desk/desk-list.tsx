import { viewName, waiting } from '@/components/moderation/desk-words'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { ItemShape } from '@/lib/moderation/contract/review'
import type { DeskAddress } from '@/lib/pages/review'
import type { DeskState } from './use-desk'

type ListProps = {
  readonly desk: DeskState
  readonly address: DeskAddress
  readonly now: Date
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (item: ItemShape) => void
  readonly onOpen: (id: string) => void
}

/** What waits, most pressing first: what it says, why it is here, since when, and who is on it. */
export function DeskList({ desk, address, now, chosen, onToggle, onOpen }: ListProps) {
  const title = titleOf(address)
  return (
    <section className="desk-list" aria-label={title}>
      <header className="desk-head">
        <h1>{title}</h1>
        <span className="meta" role="status">
          {chosen.size > 0
            ? `${chosen.size} chosen`
            : `${desk.items.length}${desk.nextCursor ? '+' : ''}`}
        </span>
      </header>
      {desk.problem && (
        <p className="desk-problem" role="alert">
          You may be offline: this is how it stood when it was last loaded.{' '}
          <button type="button" className="textlink" onClick={() => void desk.refresh()}>
            Try again
          </button>
        </p>
      )}
      {desk.items.length === 0 && (
        <EmptyState title="Nothing waits">
          {address.state === 'open'
            ? 'What readers report, and what stays without an answer, shows up here.'
            : 'There is nothing in this part of the queue.'}
        </EmptyState>
      )}
      <ol>
        {desk.items.map((item) => (
          <Row
            key={item.id}
            item={item}
            now={now}
            isOpen={item.id === desk.openId}
            isChosen={chosen.has(item.id)}
            onToggle={() => onToggle(item)}
            onOpen={() => onOpen(item.id)}
          />
        ))}
      </ol>
      {desk.nextCursor !== null && (
        <Button className="desk-more" onClick={desk.more}>
          Show more
        </Button>
      )}
      <p className="desk-keys" aria-hidden="true">
        <span>
          <kbd>j</kbd> <kbd>k</kbd> move
        </span>
        <span>
          <kbd>x</kbd> choose
        </span>
        <span>
          <kbd>u</kbd> undo
        </span>
      </p>
    </section>
  )
}

function titleOf({ source, state, isMine }: DeskAddress): string {
  if (isMine) return 'Assigned to me'
  if (source) return viewName(source)
  if (state === 'open') return 'Everything'
  return state === 'snoozed' ? 'Put off' : 'Decisions'
}

function Row({
  item,
  now,
  isOpen,
  isChosen,
  onToggle,
  onOpen,
}: {
  readonly item: ItemShape
  readonly now: Date
  readonly isOpen: boolean
  readonly isChosen: boolean
  readonly onToggle: () => void
  readonly onOpen: () => void
}) {
  const { claim, excerpt, headline, priority, reading } = item
  return (
    <li className="desk-row" data-item={item.id}>
      <input
        type="checkbox"
        checked={isChosen}
        aria-label={`Choose: ${headline}`}
        onChange={onToggle}
      />
      <button
        type="button"
        aria-current={isOpen ? 'true' : undefined}
        onClick={onOpen}
        data-grave={priority.total >= 5 ? '' : undefined}
      >
        <span className="desk-excerpt" dir="auto">
          {excerpt === '' ? 'No words' : `“${excerpt}”`}
        </span>
        <span className="meta">{waiting(item.createdAt, now)}</span>
        <span className="desk-why meta">
          {claim ? (
            <>
              <Avatar name={claim.by.name} size={20} /> {claim.by.name} is on it
            </>
          ) : (
            <>
              <strong>{headline}</strong> · {reading.title}
            </>
          )}
        </span>
      </button>
    </li>
  )
}
