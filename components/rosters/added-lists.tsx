'use client'

import { useChange } from '@/components/groups/use-change'
import { Button } from '@/components/ui/button'
import { Time } from '@/components/ui/time'
import type { RosterShape } from '@/lib/rosters/contract'
import { undo } from './use-roster'

/** The lists that were added to a course, each to be taken back. */
export function AddedLists({
  groupId,
  rosters,
  now,
}: {
  readonly groupId: string
  readonly rosters: readonly RosterShape[]
  readonly now: Date
}) {
  const { pending, change } = useChange()
  return (
    <ul className="roster-lists">
      {rosters.map((roster) => (
        <li key={roster.id} className="spread">
          <span>
            {sumOf(roster)}{' '}
            <span className="meta">
              {roster.addedBy && `by ${roster.addedBy.name}, `}
              <Time at={roster.addedAt} now={now} />
            </span>
          </span>
          {roster.undoneAt === null ? (
            <Button
              size="sm"
              disabled={pending}
              aria-label={`Undo: ${sumOf(roster)}`}
              onClick={() => change(() => undo(groupId, roster.id))}
            >
              Undo
            </Button>
          ) : (
            <span className="meta">taken back</span>
          )}
        </li>
      ))}
    </ul>
  )
}

function sumOf({ invited, joined, changed }: RosterShape): string {
  const changes = changed === 0 ? [] : [`${changed} changed`]
  return [`${invited} invited`, `${joined} joined`, ...changes].join(', ')
}
