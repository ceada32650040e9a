'use client'

import { Icon } from '@/components/ui/icon'
import { missingWords } from '@/lib/assignments/stages'
import { useAssignmentInRoom } from './assignment-in-room'

/** Below a section of an assignment: whether one sees what others wrote there, and what is missing. Staff see everything. */
export function SectionGate({ sectionId }: { readonly sectionId: string }) {
  const { assignment } = useAssignmentInRoom()
  const section = assignment.sections.find(({ id }) => id === sectionId)
  if (!section) return <p className="section-gate meta">This section is not assigned.</p>
  const missing = missingWords(section)
  if (missing === null) return null
  return (
    <p className="section-gate meta">
      <Icon name="lock" size={14} />
      <span>
        What others wrote here is not shown yet. <span className="strong">{missing}.</span>
      </span>
    </p>
  )
}
