'use client'

import { useChange } from '@/components/groups/use-change'
import { Button } from '@/components/ui/button'
import type { AssignmentShape } from '@/lib/assignments/contract'
import { momentWordsShort } from '@/lib/time-zone'
import { assignmentsApi } from './assignments-api'

/** Publishes an assignment, closes it, and takes either back. */
export function StandingButtons({
  assignment: { id, state, opensAt, timeZone },
  now,
}: {
  readonly assignment: Pick<AssignmentShape, 'id' | 'state' | 'opensAt' | 'timeZone'>
  readonly now: string
}) {
  const { pending, change } = useChange()
  const { assignments } = assignmentsApi
  if (state === 'draft') {
    const opens =
      opensAt !== null && opensAt > now
        ? `, opens ${momentWordsShort(new Date(opensAt), timeZone)}`
        : ''
    return (
      <Button
        variant="primary"
        disabled={pending}
        onClick={() => change(() => assignments.publish({ id }))}
      >
        Publish{opens}
      </Button>
    )
  }
  if (state === 'closed') {
    return (
      <Button disabled={pending} onClick={() => change(() => assignments.reopen({ id }))}>
        Reopen
      </Button>
    )
  }
  return (
    <>
      <Button disabled={pending} onClick={() => change(() => assignments.unpublish({ id }))}>
        Back to draft
      </Button>
      <Button disabled={pending} onClick={() => change(() => assignments.close({ id }))}>
        Close
      </Button>
    </>
  )
}
