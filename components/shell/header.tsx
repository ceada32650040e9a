import Link from 'next/link'
import type { ReactNode } from 'react'
import { Bell } from '@/components/notifications/bell'
import { InboxLink } from '@/components/notifications/inbox-link'
import { Palette } from '@/components/palette/palette'
import { buttonClass } from '@/components/ui/button-class'
import { Icon } from '@/components/ui/icon'
import { type Account, AccountMenu } from './account-menu'
import { Brand } from './brand'
import { SignInLink } from './sign-in-link'
import { ThemeSwitch } from './theme-switch'

type HeaderProps = {
  /** Who looks; null for a guest. */
  readonly account: Account | null
  /** Which entry of the navigation this page is. */
  readonly current?: 'library' | 'groups' | 'inbox' | 'search'
  /** Instead of the navigation: where one is. */
  readonly crumbs?: ReactNode
  /** Controls of the page, before those that every page has. */
  readonly tools?: ReactNode
  /** Where signing in leads back to. */
  readonly here?: string
}

/** The head of every page. */
export function Header({ account, current, crumbs, tools, here = '/' }: HeaderProps) {
  return (
    <header className="header">
      <Brand />
      {crumbs ?? (
        <nav className="header-nav" aria-label="Main">
          <Link href="/" aria-current={current === 'library' ? 'page' : undefined}>
            Library
          </Link>
          <Link href="/groups" aria-current={current === 'groups' ? 'page' : undefined}>
            Groups
          </Link>
          {account && <InboxLink personId={account.id} isCurrent={current === 'inbox'} />}
        </nav>
      )}
      <div className="header-tools">
        {tools}
        <Palette account={account} />
        <Link
          href="/search"
          className={buttonClass({ iconOnly: true })}
          aria-label="Search"
          title="Search"
          aria-current={current === 'search' ? 'page' : undefined}
        >
          <Icon name="search" />
        </Link>
        <ThemeSwitch signedIn={account !== null} />
        {account ? (
          <>
            <Bell personId={account.id} />
            <AccountMenu account={account} />
            <noscript>
              <a className="btn btn-sm" href="/settings">
                Settings
              </a>
              <a className="btn btn-sm" href="/sign-out">
                Sign out
              </a>
            </noscript>
          </>
        ) : (
          <SignInLink className={buttonClass({ size: 'sm' })} here={here}>
            Sign in
          </SignInLink>
        )}
      </div>
    </header>
  )
}
