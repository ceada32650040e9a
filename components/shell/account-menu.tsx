'use client'

import { Avatar } from '@/components/ui/avatar'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu'
import { notify } from '@/components/ui/toast'
import { signOut } from './sign-out'

function leave(): void {
  signOut().catch((error: unknown) => {
    notify({ text: error instanceof Error ? error.message : 'You are still signed in. Try again.' })
  })
}

export type Account = {
  readonly id: string
  readonly name: string
  readonly administrator: boolean
}

/** One's own initials, and behind them what belongs to oneself. */
export function AccountMenu({ account }: { readonly account: Account }) {
  return (
    <Menu
      trigger={
        <button type="button" className="account" aria-label={`${account.name}: your account`}>
          <Avatar name={account.name} size={28} me />
        </button>
      }
    >
      <div className="menu-about strong">{account.name}</div>
      <MenuLink icon="settings" href="/settings">
        Settings
      </MenuLink>
      {account.administrator && (
        <MenuLink icon="shield" href="/admin">
          Administration
        </MenuLink>
      )}
      <MenuSeparator />
      <MenuItem icon="sign-out" onSelect={leave}>
        Sign out
      </MenuItem>
    </Menu>
  )
}
