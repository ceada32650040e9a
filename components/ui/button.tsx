import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class'
import { Icon } from './icon'
import type { IconName } from './icon-shapes'

type ButtonStyle = {
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  readonly icon?: IconName
}

/** A button that does something here. It does not send a form unless `type="submit"` is given. */
export function Button({
  variant,
  size,
  icon,
  className,
  children,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & ButtonStyle) {
  return (
    <button type={type} className={buttonClass({ variant, size, className })} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A link that looks like a button: it leads somewhere. */
export function ButtonLink({
  variant,
  size,
  icon,
  className,
  children,
  ...rest
}: ComponentProps<typeof Link> & ButtonStyle) {
  return (
    <Link className={buttonClass({ variant, size, className })} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}

/** A button that shows only a picture; `label` is its name. */
export function IconButton({
  icon,
  label,
  size,
  className,
  type = 'button',
  ...rest
}: Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  readonly icon: IconName
  readonly label: string
  readonly size?: ButtonSize
}) {
  return (
    <button
      type={type}
      className={buttonClass({ size, iconOnly: true, className })}
      aria-label={label}
      title={label}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  )
}
