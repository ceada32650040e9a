import Link from 'next/link'
import { ContentsPopover } from '@/components/readings/overview/contents-popover'
import { Icon } from '@/components/ui/icon'
import { type ShelfChoice, ShelfSwitch } from './shelf-switch'

/** Where one is: the group, which may be changed where the text stands on several shelves, and the text. */
export function RoomCrumbs({
  title,
  slug,
  group,
  shelves,
  assignmentId,
}: {
  readonly title: string
  readonly slug: string
  readonly group: ShelfChoice | null
  readonly shelves: readonly ShelfChoice[]
  /** The assignment that the page is open for; null for none. */
  readonly assignmentId: string | null
}) {
  return (
    <>
      <ContentsPopover />
      <nav className="crumbs" aria-label="Place">
        {assignmentId !== null && group ? (
          <Link href={`/assignments/${assignmentId}`}>
            <Icon name="back" size={14} />
            {group.name}
          </Link>
        ) : shelves.length > 1 && group ? (
          <ShelfSwitch slug={slug} group={group} shelves={shelves} />
        ) : (
          <Link href={group ? `/groups/${group.slug}` : '/'}>
            <Icon name={group ? 'people' : 'book'} size={14} />
            {group?.name ?? 'Library'}
          </Link>
        )}
        <span className="here truncate hide-s">{title}</span>
      </nav>
    </>
  )
}
