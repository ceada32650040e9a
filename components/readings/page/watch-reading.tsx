'use client'

import { useRoom } from '@/components/room/context'
import { setWatch } from '@/components/room/watch-commands'
import { IconButton } from '@/components/ui/button'
import { Menu, MenuItem, MenuLink } from '@/components/ui/menu'

/** Watching or muting the reading, for whoever is signed in. */
export function WatchReading() {
  const id = useRoom(({ reading }) => reading.id)
  const isSignedIn = useRoom(({ me }) => me !== null)
  if (!isSignedIn) return null
  return (
    <Menu trigger={<IconButton icon="eye" label="Watch or mute this reading" size="sm" />}>
      <MenuItem icon="eye" onSelect={() => void setWatch({ kind: 'reading', id }, 'watching')}>
        Watch this reading
      </MenuItem>
      <MenuItem icon="close" onSelect={() => void setWatch({ kind: 'reading', id }, 'muted')}>
        Mute this reading
      </MenuItem>
      <MenuLink icon="settings" href="/settings/notifications">
        Notification settings
      </MenuLink>
    </Menu>
  )
}
