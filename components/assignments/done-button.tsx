'use client'

import { useChange } from '@/components/groups/use-change'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/toast'
import type { AssignmentShape } from '@/lib/assignments/contract'
import { momentWordsShort } from '@/lib/time-zone'
import { assignmentsApi } from './assignments-api'

/** Says that one is done with an assignment, and takes that back. */
export function DoneButton({
  assignment: { id, completion, timeZone },
}: {
  readonly assignment: Pick<AssignmentShape, 'id' | 'completion' | 'timeZone'>
}) {
  const { pending, change } = useChange()
  const { assignments } = assignmentsApi
  const resume = () => change(() => assignments.resume({ id }))
  if (completion === null) {
    const complete = () =>
      change(
        () => assignments.complete({ id }),
        () => notify({ text: 'Marked as done', action: { label: 'Undo', run: resume } }),
      )
    return (
      <Button icon="check" disabled={pending} onClick={complete}>
        I am done
      </Button>
    )
  }
  return (
    <span className="row">
      <span className="badge badge-ok">
        Done {momentWordsShort(new Date(completion.at), timeZone)}
      </span>
      <Button size="sm" disabled={pending} onClick={resume}>
        Undo
      </Button>
    </span>
  )
}
