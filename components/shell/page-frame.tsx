import type { ComponentProps, ReactNode } from 'react'
import { Header } from './header'
import { SkipLinks } from './skip-links'

/** A plain page: skip link, header, and the content in the middle column. */
export function PageFrame({
  className,
  children,
  ...header
}: ComponentProps<typeof Header> & {
  readonly className?: string
  readonly children: ReactNode
}) {
  return (
    <>
      <SkipLinks />
      <Header {...header} />
      <main id="main" tabIndex={-1} className={className ? `page ${className}` : 'page'}>
        {children}
      </main>
    </>
  )
}
