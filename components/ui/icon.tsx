import { type IconName, iconShape } from './icon-shapes'

type IconProps = {
  readonly name: IconName
  readonly size?: 10 | 12 | 14 | 16 | 20
  /** Only when the icon says something that no word beside it says. */
  readonly label?: string
  readonly className?: string
}

/** A picture beside a word; silent to screen readers unless it is given a label of its own. */
export function Icon({ name, size = 16, label, className }: IconProps) {
  const { path, filled } = iconShape(name)
  const classes = [
    'ico',
    size === 16 ? null : `ico-${size}`,
    filled ? 'ico-solid' : null,
    className,
  ]
    .filter(Boolean)
    .join(' ')
  if (label === undefined) {
    return (
      <svg className={classes} viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    )
  }
  return (
    <svg className={classes} viewBox="0 0 16 16" role="img" aria-label={label}>
      <path d={path} />
    </svg>
  )
}
