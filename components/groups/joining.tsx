import type { WelcomeShape } from '@/lib/groups/contract'
import { invitationProblem } from '@/lib/groups/invitation'
import { roleMeaning, roleWord } from '@/lib/groups/role'

/** What somebody joins who signs in or signs up with an invitation, or why not. */
export function Joining({ welcome }: { readonly welcome: WelcomeShape | null }) {
  if (welcome === null) return null
  const { group, role, state, invitedBy } = welcome
  if (state !== 'open') return <p className="access-say">{invitationProblem(state)}</p>
  return (
    <p className="access-say">
      {invitedBy} invites you to join <strong>{group.name}</strong>. You will join as{' '}
      <strong>{roleWord(role, group.kind).toLowerCase()}</strong> ({roleMeaning(role)}).
    </p>
  )
}
