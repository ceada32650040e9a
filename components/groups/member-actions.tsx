'use client'

import { useState } from 'react'
import { api } from '@/components/api-client'
import { Button, IconButton } from '@/components/ui/button'
import { Dialog, DialogClose, DialogFoot } from '@/components/ui/dialog'
import { Menu, MenuItem } from '@/components/ui/menu'
import type { GroupShape, MembershipShape } from '@/lib/groups/contract'
import { useChange } from './use-change'

type Question = 'transfer' | 'remove'

/** What may be done about somebody else in a group, each after asking. */
export function MemberActions({
  group,
  member,
}: {
  readonly group: GroupShape
  readonly member: MembershipShape
}) {
  const [asking, setAsking] = useState<Question | null>(null)
  const { pending, change } = useChange()
  const { person } = member
  if (!member.can.remove && !group.can.transfer) return null

  const target = { id: group.id, personId: person.id }
  const act = () =>
    change(
      () => (asking === 'transfer' ? api.groups.transfer(target) : api.groups.removeMember(target)),
      () => setAsking(null),
    )

  return (
    <>
      <Menu trigger={<IconButton icon="more" size="sm" label={`More about ${person.name}`} />}>
        {group.can.transfer && (
          <MenuItem icon="key" onSelect={() => setAsking('transfer')}>
            Hand the group over
          </MenuItem>
        )}
        {member.can.remove && (
          <MenuItem icon="close" danger onSelect={() => setAsking('remove')}>
            Take out of the group
          </MenuItem>
        )}
      </Menu>
      <Dialog
        title={asking === 'transfer' ? `Hand over to ${person.name}?` : `Take ${person.name} out?`}
        description={describe(asking, { group, name: person.name })}
        open={asking !== null}
        onOpenChange={(open) => setAsking((question) => (open ? question : null))}
      >
        <DialogFoot>
          <DialogClose>Cancel</DialogClose>
          <Button
            variant={asking === 'remove' ? 'danger' : 'primary'}
            disabled={pending}
            onClick={act}
          >
            {asking === 'transfer' ? 'Hand over' : 'Take out'}
          </Button>
        </DialogFoot>
      </Dialog>
    </>
  )
}

function describe(
  asking: Question | null,
  { group, name }: { readonly group: GroupShape; readonly name: string },
): string {
  const after = group.kind === 'course' ? 'an instructor' : 'a moderator'
  return asking === 'transfer'
    ? `${name} becomes the owner of ${group.name}, and you ${after}. Only ${name} can give it back.`
    : `${name} will not see ${group.name} any more. What ${name} wrote here stays.`
}
