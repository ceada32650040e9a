'use client'

import { useChange } from '@/components/groups/use-change'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/toast'
import { gradingApi } from './grading-api'

/** Releases every grade of an assignment that is ready and not shown as it stands. */
export function ReleaseAll({ assignmentId: id }: { readonly assignmentId: string }) {
  const { pending, change } = useChange()
  return (
    <Button
      size="sm"
      disabled={pending}
      onClick={() =>
        change(async () => {
          const { released } = await gradingApi.grading.releaseAll({ id })
          notify({
            text:
              released === 0
                ? 'Nothing to release: no grade is ready that is not released yet.'
                : `${released} ${released === 1 ? 'grade is' : 'grades are'} released.`,
          })
        })
      }
    >
      Release all that is ready
    </Button>
  )
}
