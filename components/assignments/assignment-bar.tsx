'use client'

import Link from 'next/link'
import { stagesOf } from '@/lib/assignments/stages'
import { momentWords } from '@/lib/time-zone'
import { NamesLine } from './assignment-about'
import { useAssignmentInRoom } from './assignment-in-room'
import { DoneButton } from './done-button'
import { StageLine } from './stage-line'

/** Above the text of an assignment: when it is due, where one stands in its schedule, and that one is done. */
export function AssignmentBar() {
  const { assignment, reload } = useAssignmentInRoom()
  const { id, title, dueAt, timeZone, can, state } = assignment
  return (
    <section className="assignment-bar" aria-label="Assignment">
      <div className="spread">
        <p>
          <Link className="strong" href={`/assignments/${id}`}>
            {title}
          </Link>
          <span className="meta">
            {dueAt === null ? ' · No due time' : ` · Due ${momentWords(new Date(dueAt), timeZone)}`}
            {state === 'closed' && ' · Closed: nothing more can be written for it'}
            {state === 'draft' && ' · Draft: students see nothing of it'}
          </span>
        </p>
        {can.work && !can.lead && <DoneButton assignment={assignment} onChanged={reload} />}
      </div>
      <StageLine stages={stagesOf(assignment)} across />
      <NamesLine assignment={assignment} />
    </section>
  )
}
