'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactElement, ReactNode } from 'react'
import { buttonClass } from './button-class'
import { Icon } from './icon'

type DialogProps = {
  readonly title: string
  readonly description?: ReactNode
  /** What opens it; left out when `open` is given. */
  readonly trigger?: ReactElement
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly size?: 'narrow' | 'wide'
  readonly children: ReactNode
}

/** A window above the page that asks for an answer: focus stays in it and returns to where it was; Escape closes it. */
export function Dialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  size = 'narrow',
  children,
}: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup className={`dialog dialog-${size}`}>
          <header className="dialog-head">
            <Base.Title className="section-title">{title}</Base.Title>
          </header>
          {description && (
            <Base.Description className="dialog-description">{description}</Base.Description>
          )}
          {children}
          {/* Last, so that focus begins with what the dialog asks. */}
          <Base.Close
            className={buttonClass({ size: 'sm', iconOnly: true, className: 'dialog-close' })}
            aria-label="Close"
            title="Close"
          >
            <Icon name="close" />
          </Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

/** The row of buttons at a dialog's foot. */
export function DialogFoot({ children }: { readonly children: ReactNode }) {
  return <footer className="dialog-foot">{children}</footer>
}

/** Inside a dialog: a button that closes it. */
export function DialogClose({ children }: { readonly children: ReactNode }) {
  return <Base.Close className={buttonClass()}>{children}</Base.Close>
}
