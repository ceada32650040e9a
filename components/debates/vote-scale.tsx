'use client'

import { type KeyboardEvent, useId, useRef } from 'react'
import type { VotesShape } from '@/lib/debates/contract/shapes'
import { VOTE_VALUES, type VoteValue } from '@/lib/measures/distribution'

type Props = {
  readonly question: string
  /** What 0 and 4 say. */
  readonly ends: readonly [string, string]
  readonly votes: VotesShape
  readonly may: boolean
  /** Null takes the vote back. */
  readonly onVote: (value: VoteValue | null) => void
}

/** One question about a claim: five boxes, which become five bars once one has voted. Arrows move, Enter votes, once more takes it back. */
export function VoteScale({ question, ends: [low, high], votes, may, onVote }: Props) {
  const id = useId()
  const boxes = useRef<HTMLFieldSetElement>(null)
  const { mine, counts } = votes
  const most = Math.max(1, ...(counts ?? []))
  return (
    <div className="vote">
      <span className="vote-q" id={id}>
        {question}
      </span>
      <fieldset
        ref={boxes}
        className={counts === null ? 'scale is-hidden' : 'scale'}
        aria-labelledby={id}
        onKeyDown={(event) => moveFocus(event, boxes.current)}
      >
        {VOTE_VALUES.map((value) => {
          const count = counts?.[value] ?? null
          return (
            <button
              key={value}
              type="button"
              aria-pressed={mine === value}
              tabIndex={value === (mine ?? 0) ? 0 : -1}
              disabled={!may}
              aria-label={`${value} of 4${count === null ? '' : `, ${count === 1 ? '1 person' : `${count} people`}`}`}
              onClick={() => onVote(mine === value ? null : value)}
            >
              {count !== null && (
                <svg viewBox="0 0 10 20" preserveAspectRatio="none" aria-hidden="true">
                  <rect y={19 - (19 * count) / most} width={10} height={1 + (19 * count) / most} />
                </svg>
              )}
              <b>{value}</b>
            </button>
          )
        })}
      </fieldset>
      <span className="vote-ends meta">
        {low}
        <span>{high}</span>
      </span>
    </div>
  )
}

function moveFocus(event: KeyboardEvent, boxes: HTMLElement | null): void {
  const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key]
  if (step === undefined || !boxes) return
  event.preventDefault()
  const all = [...boxes.querySelectorAll<Element>('button')]
  const at = all.indexOf(document.activeElement ?? boxes)
  const next = all[(at + step + all.length) % all.length]
  if (next instanceof HTMLElement) next.focus()
}
