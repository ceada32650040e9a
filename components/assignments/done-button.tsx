'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/toast'
import type { AssignmentShape } from '@/lib/assignments/contract'
import { momentWordsShort } from '@/lib/time-zone'
import { assignmentsApi } from './assignments-api'

/** Says that one is done with an assignment, and takes that back. */
export function DoneButton({
  assignment: { id, completion, timeZone },
  onChanged,
}: {
  readonly assignment: Pick<AssignmentShape, 'id' | 'completion' | 'timeZone'>
  /** Left out: the page is read anew. */
  readonly onChanged?: () => void
}) {
  const router = useRouter()
  const [pending, setPending] = useState(false)
  const { assignments } = assignmentsApi

  async function change(asked: () => Promise<unknown>): Promise<boolean> {
    setPending(true)
    try {
      await asked()
      if (onChanged) onChanged()
      else router.refresh()
      return true
    } catch (error) {
      notify({ text: error instanceof Error ? error.message : 'That did not work.' })
      return false
    } finally {
      setPending(false)
    }
  }

  const resume = () => void change(() => assignments.resume({ id }))
  const complete = async () => {
    if (!(await change(() => assignments.complete({ id })))) return
    notify({ text: 'Marked as done', action: { label: 'Undo', run: resume } })
  }
  if (completion === null) {
    return (
      <Button icon="check" disabled={pending} onClick={() => void complete()}>
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
