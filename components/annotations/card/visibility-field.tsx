'use client'

import { useRoom } from '@/components/room/context'
import type { RoomGroup, Visibility } from '@/components/room/state'
import { Select } from '@/components/ui/select'

/** Who shall see a note. */
export function VisibilityField({
  value,
  onChange,
}: {
  readonly value: Visibility
  readonly onChange: (visibility: Visibility) => void
}) {
  const visibilities = useRoom(({ may }) => may.visibilities)
  const group = useRoom((state) => state.group)
  return (
    <Select
      aria-label="Who sees it"
      value={value}
      options={visibilities.map((one) => ({ value: one, label: visibilityWord(one, group) }))}
      onChange={({ target }) => {
        const chosen = visibilities.find((one) => one === target.value)
        if (chosen) onChange(chosen)
      }}
    />
  )
}

function visibilityWord(visibility: Visibility, group: RoomGroup | null): string {
  switch (visibility) {
    case 'private':
      return 'Only me'
    case 'group':
      return group?.name ?? 'My group'
    case 'public':
      return 'Everyone'
  }
}
