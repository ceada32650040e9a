'use client'

import { api } from '@/components/api-client'
import { Select } from '@/components/ui/select'
import type { GroupShape, MembershipShape } from '@/lib/groups/contract'
import { rolesIn, roleWord } from '@/lib/groups/role'
import { useChange } from './use-change'

/** Gives somebody another role, as soon as it is chosen. */
export function RoleSelect({
  group,
  member,
}: {
  readonly group: GroupShape
  readonly member: MembershipShape
}) {
  const { pending, change } = useChange()
  const give = (chosen: string) => {
    const role = rolesIn(group.kind).find((each) => each === chosen)
    if (!role) return
    change(() => api.groups.changeRole({ id: group.id, personId: member.person.id, role }))
  }
  return (
    <Select
      className="select-sm"
      aria-label={`Role of ${member.person.name}`}
      value={member.role}
      disabled={pending}
      onChange={(event) => give(event.target.value)}
      options={rolesIn(group.kind).map((role) => ({
        value: role,
        label: roleWord(role, group.kind),
      }))}
    />
  )
}
