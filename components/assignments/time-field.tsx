import { TextField } from '@/components/ui/field'
import { momentOfWallTime, momentWords } from '@/lib/time-zone'

/** A date and time of the course, typed or picked; below it the moment in words, with the zone's name on that day. */
export function TimeField({
  label,
  value,
  timeZone,
  error,
  onChange,
}: {
  readonly label: string
  /** A wall time (`2026-11-12T12:00`); empty for none. */
  readonly value: string
  readonly timeZone: string
  readonly error?: string | undefined
  readonly onChange: (value: string) => void
}) {
  const found = momentOfWallTime(value, timeZone)
  return (
    <TextField
      type="datetime-local"
      label={label}
      value={value}
      error={error}
      hint={found.kind === 'moment' ? momentWords(found.at, timeZone) : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
