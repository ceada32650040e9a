import Link from 'next/link'
import { absoluteTime, relativeTime } from '@/components/ui/relative-time'
import type { GroupShape } from '@/lib/groups/contract'
import { kindWord } from '@/lib/groups/role'

/** Every group, for an administrator; closed ones may be looked into by their members alone. */
export function GroupsTable({
  groups,
  now,
  moreHref,
}: {
  readonly groups: readonly GroupShape[]
  readonly now: Date
  readonly moreHref: string | null
}) {
  return (
    <>
      <div className="table-scroll">
        <table className="table members">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Kind</th>
              <th scope="col" className="r">
                People
              </th>
              <th scope="col" className="r">
                Readings
              </th>
              <th scope="col" className="r hide-s">
                Made
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.id}>
                <td>
                  {group.role !== null || group.kind === 'public' ? (
                    <Link href={`/groups/${encodeURIComponent(group.slug)}`}>{group.name}</Link>
                  ) : (
                    group.name
                  )}
                </td>
                <td>{kindWord(group.kind)}</td>
                <td className="r">{group.people}</td>
                <td className="r">{group.readings}</td>
                <td className="r muted hide-s">
                  <time dateTime={group.createdAt} title={absoluteTime(new Date(group.createdAt))}>
                    {relativeTime(new Date(group.createdAt), now)}
                  </time>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {moreHref !== null && (
        <p className="group-more">
          <Link className="textlink" href={moreHref}>
            More groups
          </Link>
        </p>
      )}
    </>
  )
}
