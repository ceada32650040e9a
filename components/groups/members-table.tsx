import Link from 'next/link'
import { Avatar } from '@/components/ui/avatar'
import { ButtonLink } from '@/components/ui/button'
import { absoluteTime, relativeTime } from '@/components/ui/relative-time'
import type { GroupShape, MembershipShape } from '@/lib/groups/contract'
import { roleMeaning, roleWord } from '@/lib/groups/role'
import { MemberActions } from './member-actions'
import { RoleSelect } from './role-select'

type MembersTableProps = {
  readonly group: GroupShape
  readonly members: readonly MembershipShape[]
  readonly viewerId: string | null
  readonly now: Date
  /** Where the next page of people is; null at the end. */
  readonly moreHref: string | null
}

/** The people of a group with their roles. */
export function MembersTable({ group, members, viewerId, now, moreHref }: MembersTableProps) {
  return (
    <section className="group-part" aria-labelledby="people">
      <div className="spread">
        <h2 className="section-title" id="people">
          People
        </h2>
        {group.can.inviteTo.length > 0 && (
          <ButtonLink size="sm" icon="plus" href="#invite">
            Invite
          </ButtonLink>
        )}
      </div>
      <div className="table-scroll">
        <table className="table members">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Role</th>
              <th scope="col" className="hide-s">
                Here since
              </th>
              <th scope="col">
                <span className="vh">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.person.id}>
                <td>
                  <span className="member-name">
                    <Avatar name={member.person.name} me={member.person.id === viewerId} />
                    <span>
                      {member.person.name}
                      {member.person.id === viewerId && <span className="muted"> (you)</span>}
                    </span>
                  </span>
                </td>
                <td>
                  {member.can.change ? (
                    <RoleSelect group={group} member={member} />
                  ) : (
                    <span title={roleMeaning(member.role)}>
                      {roleWord(member.role, group.kind)}
                    </span>
                  )}
                </td>
                <td className="muted hide-s">
                  <time dateTime={member.joinedAt} title={absoluteTime(new Date(member.joinedAt))}>
                    {relativeTime(new Date(member.joinedAt), now)}
                  </time>
                </td>
                <td className="r">
                  {member.person.id !== viewerId && <MemberActions group={group} member={member} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {moreHref !== null && (
        <p className="group-more">
          <Link className="textlink" href={moreHref}>
            More people
          </Link>
        </p>
      )}
    </section>
  )
}
