'use client'

import { useChange } from '@/components/groups/use-change'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/toast'
import type { GradeShape } from '@/lib/grading/contract'
import { gradingApi } from './grading-api'

/** Shows a student their grade as it stands, or takes it back. */
export function ReleaseButton({
  grade: { assignmentId: id, person, version, total, released },
  disabled,
}: {
  readonly grade: GradeShape
  readonly disabled: boolean
}) {
  const { pending, change } = useChange()
  const { grading } = gradingApi
  const which = { id, personId: person.id }
  if (version === 0) return null
  const isShown = released !== null && released.total === total
  if (isShown) {
    return (
      <Button disabled={disabled || pending} onClick={() => change(() => grading.withdraw(which))}>
        Withdraw
      </Button>
    )
  }
  return (
    <Button
      disabled={disabled || pending}
      onClick={() =>
        change(
          () => grading.release(which),
          () => notify({ text: `${person.name} can see the grade now.` }),
        )
      }
    >
      {released === null ? 'Release' : 'Release the change'}
    </Button>
  )
}
