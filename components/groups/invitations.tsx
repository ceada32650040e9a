import Link from 'next/link'
import { Time } from '@/components/ui/time'
import type { GroupShape, InvitationShape } from '@/lib/groups/contract'
import { roleWord } from '@/lib/groups/role'
import { CopyLink } from './copy-link'
import { InviteForm } from './invite-form'
import { RevokeInvitation } from './revoke-invitation'

/** The open invitations of a group, and the form that makes one. */
export function Invitations({
  group,
  invitations,
  now,
}: {
  readonly group: GroupShape
  readonly invitations: readonly InvitationShape[]
  readonly now: Date
}) {
  const open = invitations.filter(({ state }) => state === 'open')
  return (
    <section className="group-part" aria-labelledby="invite">
      <h2 className="section-title" id="invite">
        Invite
      </h2>
      <p className="group-hint">
        Whoever has the link or types the code joins with the role you choose.
        {group.kind === 'course' && (
          <>
            {' '}
            <Link href={`/groups/${encodeURIComponent(group.slug)}/roster`}>
              Add people from a list
            </Link>{' '}
            to give each a link of their own.
          </>
        )}
      </p>
      <InviteForm group={group} />
      {open.length > 0 && (
        <ul className="invitations">
          {open.map((invitation) => (
            <li key={invitation.id}>
              <span className="invitation-code num">{invitation.code}</span>
              <span className="invitation-facts meta">
                {roleWord(invitation.role, group.kind)} · {usesWords(invitation)} ·{' '}
                {daysLeft(invitation.expiresAt, now)} · by {invitation.createdBy.name},{' '}
                <Time at={invitation.createdAt} now={now} />
              </span>
              <span className="row">
                <CopyLink code={invitation.code} />
                <RevokeInvitation groupId={group.id} invitation={invitation} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function usesWords({ usesLeft }: InvitationShape): string {
  if (usesLeft === null) return 'any number of people'
  return usesLeft === 1 ? 'one more person' : `${usesLeft} more people`
}

const DAY = 24 * 60 * 60 * 1000

function daysLeft(expiresAt: string, now: Date): string {
  const days = Math.ceil((new Date(expiresAt).getTime() - now.getTime()) / DAY)
  return days <= 1 ? 'until tomorrow' : `for ${days} days`
}
