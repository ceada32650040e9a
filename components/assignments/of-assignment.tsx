import type { ReactNode } from 'react'
import type { AssignmentShape } from '@/lib/assignments/contract'
import { AssignmentInRoom } from './assignment-in-room'

/** Keeps the assignment of a reading page live, where it is open for one. */
export function OfAssignment({
  assignment,
  children,
}: {
  readonly assignment: AssignmentShape | null
  readonly children: ReactNode
}) {
  return assignment ? <AssignmentInRoom start={assignment}>{children}</AssignmentInRoom> : children
}
