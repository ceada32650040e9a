import type { ReactNode } from 'react'
import { Brand } from '@/components/shell/brand'
import { SkipLinks } from '@/components/shell/skip-links'
import { ThemeSwitch } from '@/components/shell/theme-switch'

type AccessFrameProps = {
  readonly title: ReactNode
  /** What the other half of a wide screen shows. */
  readonly aside: ReactNode
  readonly children: ReactNode
}

/** The page of a way in: the form on one half, a page from a reading on the other. */
export function AccessFrame({ title, aside, children }: AccessFrameProps) {
  return (
    <div className="access">
      <div className="access-half">
        <SkipLinks />
        <header className="access-top">
          <Brand />
          <span className="push">
            <ThemeSwitch signedIn={false} />
          </span>
        </header>
        <main className="access-in" id="main" tabIndex={-1}>
          <h1 className="page-title">{title}</h1>
          {children}
        </main>
      </div>
      {aside}
    </div>
  )
}
