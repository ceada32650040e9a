import { Icon } from '@/components/ui/icon'

/** A count in icon and number, with its word for screen readers. */
export function Tally({
  icon,
  className,
  count,
  word,
}: {
  readonly icon: 'support' | 'oppose' | 'nuance' | 'question'
  readonly className: string
  readonly count: number
  readonly word: string
}) {
  return (
    <span className={`tally ${className}`}>
      <Icon name={icon} />
      {count}
      <span className="vh"> {word}</span>
    </span>
  )
}
