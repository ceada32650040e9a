'use client'

import { Avatar } from '@/components/ui/avatar'
import { Menu, MenuLink, MenuSeparator } from '@/components/ui/menu'

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
      <MenuLink icon="eye" href="/anchors">
        Notes to review
      </MenuLink>
      <MenuLink icon="bell" href="/inbox">
        Inbox
      </MenuLink>
      <MenuLink icon="settings" href="/settings">
        Settings
      </MenuLink>
      {account.administrator && (
        <MenuLink icon="shield" href="/admin">
          Administration
        </MenuLink>
      )}
      <MenuSeparator />
      <MenuLink icon="sign-out" href="/sign-out">
        Sign out
      </MenuLink>
    </Menu>
  )
}
