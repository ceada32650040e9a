'use client'

import { Menu as Base } from '@base-ui/react/menu'
import Link from 'next/link'
import type { ReactElement, ReactNode } from 'react'
import { Icon } from './icon'
import type { IconName } from './icon-shapes'

type MenuProps = {
  /** The button that opens it. */
  readonly trigger: ReactElement
  readonly align?: 'start' | 'center' | 'end'
  readonly children: ReactNode
}

/** A list of actions behind a button: arrows move, letters jump, Escape closes and returns. */
export function Menu({ trigger, align = 'end', children }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="above" align={align} sideOffset={6} collisionPadding={8}>
          <Base.Popup className="menu">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

type ItemProps = {
  readonly icon?: IconName
  readonly danger?: boolean
  readonly children: ReactNode
}

function itemClass(danger: boolean): string {
  return danger ? 'menu-item is-danger' : 'menu-item'
}

/** An action. */
export function MenuItem({
  icon,
  danger = false,
  disabled = false,
  onSelect,
  children,
}: ItemProps & { readonly disabled?: boolean; readonly onSelect: () => void }) {
  return (
    <Base.Item className={itemClass(danger)} disabled={disabled} onClick={onSelect}>
      {icon && <Icon name={icon} />}
      {children}
    </Base.Item>
  )
}

/** A place to go to. */
export function MenuLink({
  icon,
  danger = false,
  href,
  children,
}: ItemProps & { readonly href: string }) {
  return (
    <Base.LinkItem className={itemClass(danger)} render={<Link href={href} />} closeOnClick>
      {icon && <Icon name={icon} />}
      {children}
    </Base.LinkItem>
  )
}

/** One of several; the chosen one is ticked. */
export function MenuChoice({
  value,
  onChange,
  label,
  options,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly { readonly value: string; readonly label: ReactNode }[]
}) {
  return (
    <Base.RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(next: unknown) => onChange(String(next))}
    >
      {options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} className="menu-item" closeOnClick>
          <span className="menu-tick">
            <Base.RadioItemIndicator>
              <Icon name="check" />
            </Base.RadioItemIndicator>
          </span>
          {option.label}
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  )
}

export function MenuSeparator() {
  return <Base.Separator className="menu-separator" />
}
