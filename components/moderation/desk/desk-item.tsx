'use client'

import { decisionWords, partName } from '@/components/moderation/desk-words'
import { IconButton } from '@/components/ui/button'
import { Time } from '@/components/ui/time'
import type { ItemShape } from '@/lib/moderation/contract/review'
import { isFlagReason, reasonWords } from '@/lib/moderation/reason'
import { DeskThread } from './desk-thread'

/** An item with why it is here, who says so, the passage and the conversation that it stands in. */
export function DeskItem({
  item,
  group,
  me,
  now,
  onClose,
  onStep,
}: {
  readonly item: ItemShape
  readonly group: { readonly name: string; readonly slug: string }
  readonly me: { readonly id: string }
  readonly now: Date
  readonly onClose: () => void
  readonly onStep: (by: 1 | -1) => boolean
}) {
  const { reading, section, threadId, claim, decision } = item
  const href = `/readings/${reading.slug}?group=${encodeURIComponent(group.slug)}#note=${threadId}`
  return (
    <>
      <header className="desk-head">
        <IconButton icon="back" label="Back to the queue" className="desk-back" onClick={onClose} />
        <a className="desk-where" href={href} dir="auto">
          {[reading.title, section?.title].filter(Boolean).join(' · ')}
        </a>
        {claim && (
          <span className="desk-claim" role="status">
            {claim.by.id === me.id ? 'You are on it' : `${claim.by.name} is on it`}
          </span>
        )}
        <IconButton icon="up" label="Previous" onClick={() => onStep(-1)} />
        <IconButton icon="down" label="Next" onClick={() => onStep(1)} />
      </header>
      <div className="desk-body">
        <h2 className="desk-title">{item.headline}</h2>
        {typeof item.particulars.why === 'string' && <p>{item.particulars.why}</p>}
        <Priority priority={item.priority} />
        {item.state === 'decided' && decision && (
          <p className="desk-decided">
            {decisionWords(decision.kind, decision.reason)} by {decision.by?.name ?? 'somebody'}{' '}
            <Time at={decision.at} now={now} />
            {decision.words && `: “${decision.words}”`}
          </p>
        )}
        <Flags flags={item.flags} now={now} />
        {item.appeal && (
          <p className="desk-flag" dir="auto">
            <strong>{item.author.name}</strong> appeals against “
            {decisionWords(item.appeal.decision.kind, item.appeal.decision.reason)}” by{' '}
            {item.appeal.decision.by?.name ?? 'somebody'}: {item.appeal.words}
          </p>
        )}
        <DeskThread
          threadId={threadId}
          subjectId={item.subject.id}
          isClaim={item.subject.kind === 'claim'}
          excerpt={item.excerpt}
          now={now}
        />
      </div>
    </>
  )
}

// The words come first; the sum that they come to, for whoever asks.
function Priority({ priority }: Pick<ItemShape, 'priority'>) {
  return (
    <details className="desk-parts meta">
      <summary>Why it stands here</summary>
      <dl>
        {priority.parts.map(({ name, value }) => (
          <div key={name}>
            <dt>{partName(name)}</dt>
            <dd>{value.toFixed(1)}</dd>
          </div>
        ))}
        <div>
          <dt>Priority</dt>
          <dd>{priority.total.toFixed(1)}</dd>
        </div>
      </dl>
    </details>
  )
}

function Flags({ flags, now }: { readonly flags: ItemShape['flags']; readonly now: Date }) {
  if (flags.length === 0) return null
  return (
    <ul className="desk-flags">
      {flags.map((flag) => (
        <li key={`${flag.by.id}/${flag.at}`} className="desk-flag" dir="auto">
          <strong>{flag.by.name}</strong>{' '}
          <span className="meta">
            {isFlagReason(flag.reason) ? reasonWords(flag.reason) : flag.reason} ·{' '}
            <Time at={flag.at} now={now} /> · record {flag.credence.toFixed(2)}
          </span>
          {flag.words && <span className="desk-said">{flag.words}</span>}
        </li>
      ))}
    </ul>
  )
}
