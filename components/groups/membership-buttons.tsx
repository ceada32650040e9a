'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { api } from '@/components/api-client'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogFoot } from '@/components/ui/dialog'
import type { GroupShape } from '@/lib/groups/contract'
import { useChange } from './use-change'

/** Joins a public group at once: that can be taken back as quickly. */
export function JoinGroup({ group }: { readonly group: GroupShape }) {
  const { pending, change } = useChange()
  return (
    <Button
      variant="primary"
      disabled={pending}
      onClick={() => change(() => api.groups.join({ id: group.id }))}
    >
      Join this group
    </Button>
  )
}

/** Leaves a group, after asking: into a closed one there is no way back without an invitation. */
export function LeaveGroup({ group }: { readonly group: GroupShape }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const { pending, change } = useChange()
  const leave = () =>
    change(
      () => api.groups.leave({ id: group.id }),
      () => {
        setOpen(false)
        if (group.kind !== 'public') router.push('/groups')
      },
    )
  return (
    <Dialog
      title={`Leave ${group.name}?`}
      description={
        group.kind === 'public'
          ? 'You can read on and join again. What you wrote stays.'
          : 'You will not see this group or its notes any more, and need a new invitation to come back. What you wrote for the group stays with it.'
      }
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Leave</Button>}
    >
      <DialogFoot>
        <DialogClose>Stay</DialogClose>
        <Button variant="danger" disabled={pending} onClick={leave}>
          Leave
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
