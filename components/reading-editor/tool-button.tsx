import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-shapes'

/** A button of the toolbar. Pressing it leaves the selection where it is. */
export function ToolButton({
  name,
  icon,
  keys,
  first = false,
  pressed,
  disabled = false,
  onPress,
}: {
  readonly name: string
  readonly icon: IconName
  /** Its keys, as a person reads them. */
  readonly keys?: string
  readonly first?: boolean
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly onPress: () => void
}) {
  return (
    <button
      type="button"
      className="btn btn-icon btn-sm"
      aria-label={name}
      title={keys ? `${name}  ${keys}` : name}
      aria-pressed={pressed}
      aria-disabled={disabled}
      tabIndex={first ? 0 : -1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => disabled || onPress()}
    >
      <Icon name={icon} />
    </button>
  )
}
