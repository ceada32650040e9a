import type { Outgoing } from '@/components/room/state'
import { Button } from '@/components/ui/button'

/** Says that something did not arrive, that it is kept, and what can be done. */
export function NotSent({
  outgoing,
  onWithdraw,
}: {
  readonly outgoing: Outgoing
  readonly onWithdraw: () => void
}) {
  return (
    <div className="not-sent" role="alert">
      <p className="meta">
        {outgoing.status === 'waiting'
          ? 'Not sent yet: the server cannot be reached. It is kept, and sent when the line is back.'
          : `Not sent. ${outgoing.problem}`}
      </p>
      <Button size="sm" look="primary" onClick={outgoing.again}>
        Retry
      </Button>
      <Button size="sm" look="quiet" onClick={onWithdraw}>
        Discard
      </Button>
    </div>
  )
}
