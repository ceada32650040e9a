import { Button } from '@/components/ui/button'

type Setting = { readonly assigneeId?: string | null; readonly snoozedUntil?: string | null }

const DAY_MS = 86_400_000

/** To whom an item is given, or until when it is put off. */
export function AssignPanel({
  leaders,
  onSet,
}: {
  readonly leaders: readonly { readonly id: string; readonly name: string }[]
  readonly onSet: (change: Setting, text: string) => void
}) {
  const later = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()
  return (
    <div className="desk-panel">
      <fieldset className="desk-choices">
        <legend>Assign to</legend>
        {leaders.map(({ id, name }) => (
          <Button
            key={id}
            size="sm"
            onClick={() => onSet({ assigneeId: id }, `Assigned to ${name}`)}
          >
            {name}
          </Button>
        ))}
        <Button size="sm" onClick={() => onSet({ assigneeId: null }, 'Assigned to nobody')}>
          Nobody
        </Button>
      </fieldset>
      <fieldset className="desk-choices">
        <legend>Put off</legend>
        <Button size="sm" onClick={() => onSet({ snoozedUntil: later(1) }, 'Put off for a day')}>
          For a day
        </Button>
        <Button size="sm" onClick={() => onSet({ snoozedUntil: later(7) }, 'Put off for a week')}>
          For a week
        </Button>
        <Button size="sm" onClick={() => onSet({ snoozedUntil: null }, 'It waits again')}>
          Not any more
        </Button>
      </fieldset>
    </div>
  )
}
