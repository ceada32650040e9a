'use client'

import { api } from '@/components/api-client'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/toast'
import type { InvitationShape } from '@/lib/groups/contract'
import { useChange } from './use-change'

/** Withdraws an invitation. */
export function RevokeInvitation({
  groupId,
  invitation,
}: {
  readonly groupId: string
  readonly invitation: InvitationShape
}) {
  const { pending, change } = useChange()
  const revoke = () =>
    change(
      () => api.groups.revokeInvitation({ id: groupId, invitationId: invitation.id }),
      () => notify({ text: `Invitation ${invitation.code} is withdrawn` }),
    )
  return (
    <Button variant="ghost" size="sm" disabled={pending} onClick={revoke}>
      Withdraw
    </Button>
  )
}
