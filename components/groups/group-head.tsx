import Link from 'next/link'
import { SignInLink } from '@/components/shell/sign-in-link'
import { buttonClass } from '@/components/ui/button-class'
import type { GroupShape } from '@/lib/groups/contract'
import { kindWord, roleWord } from '@/lib/groups/role'
import { EditGroup } from './edit-group'
import { JoinGroup, LeaveGroup } from './membership-buttons'

/** What a group is, who is in it, and one's own place there. */
export function GroupHead({
  group,
  viewerId,
}: {
  readonly group: GroupShape
  /** Null for a guest. */
  readonly viewerId: string | null
}) {
  const here = `/groups/${encodeURIComponent(group.slug)}`
  const people = group.people === 1 ? '1 person' : `${group.people} people`
  const own = group.role === null ? null : `you: ${roleWord(group.role, group.kind).toLowerCase()}`
  return (
    <header className="group-head">
      <p className="meta">
        {[kindWord(group.kind), people, own].filter((fact) => fact !== null).join(' · ')}
      </p>
      <div className="spread group-title">
        <h1 className="page-title">{group.name}</h1>
        <div className="row">
          {group.can.review && (
            <Link className={buttonClass()} href={`${here}/review`}>
              Review
            </Link>
          )}
          {group.can.edit && <EditGroup group={group} />}
          {group.can.join && <JoinGroup group={group} />}
          {group.role !== null && <LeaveGroup group={group} />}
          {viewerId === null && (
            <SignInLink className={buttonClass({ variant: 'primary' })} here={here}>
              Sign in to join
            </SignInLink>
          )}
        </div>
      </div>
      <p className="meta">
        <Link href={`${here}/rules`}>Rules</Link>
      </p>
      {group.description !== '' && <p className="group-about">{group.description}</p>}
    </header>
  )
}
