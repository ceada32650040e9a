'use client'

import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'

type PopoverProps = {
  readonly trigger: ReactElement
  /** Its name for screen readers; shown as a heading unless `hideTitle`. */
  readonly title: string
  readonly hideTitle?: boolean
  readonly align?: 'start' | 'center' | 'end'
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly className?: string
  readonly children: ReactNode
}

/** A small panel at a button, for settings and lists; the page stays in use. */
export function Popover({
  trigger,
  title,
  hideTitle = false,
  align = 'end',
  open,
  onOpenChange,
  className,
  children,
}: PopoverProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="above" align={align} sideOffset={6} collisionPadding={8}>
          <Base.Popup className={className ? `popover ${className}` : 'popover'}>
            <Base.Title className={hideTitle ? 'vh' : 'label popover-title'}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
