export type ButtonVariant = 'plain' | 'primary' | 'ghost' | 'quiet' | 'danger'
export type ButtonSize = 'xs' | 'sm' | 'md' | 'lg'

/** The classes of a button, for links and primitives that look like one. */
export function buttonClass({
  variant = 'plain',
  size = 'md',
  iconOnly = false,
  className,
}: {
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  readonly iconOnly?: boolean
  readonly className?: string
} = {}): string {
  return [
    'btn',
    variant === 'plain' ? null : `btn-${variant}`,
    size === 'md' ? null : `btn-${size}`,
    iconOnly ? 'btn-icon' : null,
    className,
  ]
    .filter(Boolean)
    .join(' ')
}
