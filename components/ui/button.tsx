import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonLook, type ButtonSize, buttonClass } from './button-class'
import { Icon } from './icon'
import type { IconName } from './icon-shapes'

type Look = {
  readonly look?: ButtonLook
  readonly size?: ButtonSize
  readonly icon?: IconName
}

/** A button that does something here. It does not send a form unless `type="submit"` is given. */
export function Button({
  look,
  size,
  icon,
  className,
  children,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & Look) {
  return (
    <button type={type} className={buttonClass({ look, size, className })} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A link that looks like a button: it leads somewhere. */
export function ButtonLink({
  look,
  size,
  icon,
  className,
  children,
  ...rest
}: ComponentProps<typeof Link> & Look) {
  return (
    <Link className={buttonClass({ look, size, className })} {...rest}>
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
