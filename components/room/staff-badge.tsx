'use client'

import { roleWord } from '@/lib/groups/role'
import { useRoom } from './context'

/** Beside the name of somebody who leads the course: what they are. Nothing beside anybody else's. */
export function StaffBadge({ personId }: { readonly personId: string | undefined }) {
  const role = useRoom(({ group }) => group?.staff?.find(({ id }) => id === personId)?.role)
  return role ? <span className="badge staff-badge">{roleWord(role, 'course')}</span> : null
}
