'use client'

import { useRouter } from 'next/navigation'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuChoice, MenuLink, MenuSeparator } from '@/components/ui/menu'

export type ShelfChoice = { readonly id: string; readonly slug: string; readonly name: string }

/** Changes to the notes that another group has written on the same text. */
export function ShelfSwitch({
  slug,
  group,
  shelves,
}: {
  readonly slug: string
  readonly group: ShelfChoice
  readonly shelves: readonly ShelfChoice[]
}) {
  const router = useRouter()
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          className="shelf-switch"
          aria-label={`${group.name}. Change the group`}
        >
          <Icon name="people" size={14} />
          <span className="truncate">{group.name}</span>
          <Icon name="down" size={12} />
        </button>
      }
    >
      <div className="menu-about muted">Each group has notes of its own</div>
      <MenuChoice
        label="Group"
        value={group.slug}
        onChange={(next) => router.push(`/readings/${slug}?group=${next}`)}
        options={shelves.map((shelf) => ({ value: shelf.slug, label: shelf.name }))}
      />
      <MenuSeparator />
      <MenuLink icon="people" href={`/groups/${group.slug}`}>
        Go to {group.name}
      </MenuLink>
    </Menu>
  )
}
