'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { buttonClass } from './button-class'
import { Icon } from './icon'

type SheetProps = {
  readonly title: string
  readonly side: 'bottom' | 'end'
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** Whether the page behind stays in use (a sheet of notes beside the text). */
  readonly modal?: boolean
  readonly children: ReactNode
}

/** A panel from an edge of the screen. */
export function Sheet({ title, side, open, onOpenChange, modal = true, children }: SheetProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)} modal={modal}>
      <Base.Portal>
        {modal && <Base.Backdrop className="scrim" />}
        <Base.Popup className={`sheet sheet-${side === 'end' ? 'side' : 'bottom'}`}>
          {side === 'bottom' && <div className="grip" aria-hidden="true" />}
          <header className="sheet-head">
            <Base.Title className="label">{title}</Base.Title>
            <Base.Close
              className={buttonClass({ size: 'sm', iconOnly: true })}
              aria-label="Close"
              title="Close"
            >
              <Icon name="close" />
            </Base.Close>
          </header>
          <div className="sheet-body">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
