'use client'

import { Fragment, type KeyboardEvent, useRef } from 'react'
import type { NoteKind } from '@/components/room/state'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-shapes'
import { SignInLink } from './sign-in-link'

const ACTIONS: readonly {
  readonly kind: NoteKind
  readonly word: string
  readonly icon: IconName
  readonly key: string
}[] = [
  { kind: 'highlight', word: 'Highlight', icon: 'marker', key: 'h' },
  { kind: 'note', word: 'Comment', icon: 'comment', key: 'c' },
  { kind: 'support', word: 'Support', icon: 'support', key: '2' },
  { kind: 'oppose', word: 'Oppose', icon: 'oppose', key: '3' },
  { kind: 'nuance', word: 'Nuance', icon: 'nuance', key: '4' },
  { kind: 'question', word: 'Ask', icon: 'question', key: '5' },
]

/** The row of actions on a passage: arrows move. Pressing one does not undo the selection. */
export function SelectionActions({
  offer,
  onMake,
}: {
  readonly offer: 'actions' | 'read-only' | 'sign-in'
  readonly onMake: (kind: NoteKind) => void
}) {
  const bar = useRef<HTMLDivElement>(null)
  if (offer === 'read-only') {
    return <p className="toolbar toolbar-words">In this group you read along, without writing.</p>
  }
  if (offer === 'sign-in') {
    return (
      <p className="toolbar toolbar-words">
        <SignInLink>Sign in to write</SignInLink>
      </p>
    )
  }
  return (
    <div
      ref={bar}
      className="toolbar"
      role="toolbar"
      aria-label="What to make of this passage"
      onKeyDown={(event) => moveFocus(event, bar.current)}
    >
      {ACTIONS.map(({ kind, word, icon, key }, at) => (
        <Fragment key={kind}>
          <button
            type="button"
            className={`is-${kind}`}
            tabIndex={at === 0 ? 0 : -1}
            aria-keyshortcuts={key}
            title={`${word}  ${key}`}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onMake(kind)}
          >
            <Icon name={icon} />
            <span>{word}</span>
          </button>
          {kind === 'note' && <span className="sep" aria-hidden="true" />}
        </Fragment>
      ))}
    </div>
  )
}

function moveFocus(event: KeyboardEvent, bar: HTMLElement | null): void {
  const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }
  const step = steps[event.key]
  if (!bar || (step === undefined && event.key !== 'Home' && event.key !== 'End')) return
  event.preventDefault()
  const buttons = [...bar.querySelectorAll('button')]
  const now = buttons.findIndex((button) => button.matches(':focus'))
  const next = event.key === 'Home' ? 0 : event.key === 'End' ? -1 : now + (step ?? 0)
  buttons.at(next % buttons.length)?.focus()
}
