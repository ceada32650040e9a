'use client'

import { autoUpdate, flip, offset, shift, useFloating } from '@floating-ui/react'
import { type RefObject, useEffect, useId, useImperativeHandle, useState } from 'react'
import { createPortal } from 'react-dom'
import { Avatar } from '@/components/ui/avatar'
import type { Offer } from './suggestions'

export type SuggestionKeys = { readonly key: (event: KeyboardEvent) => boolean }

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
])

/** The open list of suggestions at the caret. The editor keeps the focus and hands the keys over. */
export function SuggestionList({
  offer,
  keys,
}: {
  readonly offer: Offer
  readonly keys: RefObject<SuggestionKeys | null>
}) {
  const [active, setActive] = useState(0)
  const id = useId()
  const { refs, floatingStyles } = useFloating({
    placement: 'bottom-start',
    middleware: [offset(6), flip(), shift({ padding: 8 })],
    whileElementsMounted: autoUpdate,
  })
  const { setPositionReference } = refs
  useEffect(() => {
    setPositionReference({ getBoundingClientRect: () => offer.at() ?? new DOMRect() })
  }, [offer, setPositionReference])
  const count = offer.choices.length
  const chosen = count === 0 ? 0 : active % count

  useImperativeHandle(keys, () => ({
    key(event) {
      const choice = offer.choices[chosen]
      const step = STEPS.get(event.key)
      if (!choice) return false
      if (step !== undefined) setActive((chosen + count + step) % count)
      else if (event.key === 'Enter' || event.key === 'Tab') offer.choose(choice)
      return step !== undefined || event.key === 'Enter' || event.key === 'Tab'
    },
  }))

  if (count === 0) return null
  return createPortal(
    <div
      ref={refs.setFloating}
      className="menu suggestions"
      style={floatingStyles}
      role="listbox"
      aria-label={offer.name}
    >
      {offer.choices.map((choice, index) => (
        <div
          key={choice.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className={index === chosen ? 'menu-item is-hover' : 'menu-item'}
          onMouseDown={(event) => {
            event.preventDefault()
            offer.choose(choice)
          }}
        >
          {choice.sign ? (
            <span aria-hidden="true">{choice.sign}</span>
          ) : (
            <Avatar name={choice.label} size={20} />
          )}
          {choice.label}
        </div>
      ))}
      <span className="vh" role="status">
        {offer.choices[chosen]?.label}
      </span>
    </div>,
    document.body,
  )
}
