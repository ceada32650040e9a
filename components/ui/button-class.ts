export type ButtonLook = 'plain' | 'primary' | 'ghost' | 'quiet' | 'danger'
export type ButtonSize = 'xs' | 'sm' | 'md' | 'lg'

/** The classes of a button, for links and primitives that look like one. */
export function buttonClass({
  look = 'plain',
  size = 'md',
  iconOnly = false,
  className,
}: {
  readonly look?: ButtonLook
  readonly size?: ButtonSize
  readonly iconOnly?: boolean
  readonly className?: string
} = {}): string {
  return [
    'btn',
    look === 'plain' ? null : `btn-${look}`,
    size === 'md' ? null : `btn-${size}`,
    iconOnly ? 'btn-icon' : null,
    className,
  ]
    .filter(Boolean)
    .join(' ')
}
