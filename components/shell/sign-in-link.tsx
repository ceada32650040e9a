'use client'

import type { MouseEvent, ReactNode } from 'react'

type SignInLinkProps = {
  /** The page that the server knows this to be; the part after # only the browser knows. */
  readonly here: string
  readonly className?: string
  readonly children: ReactNode
}

/** Leads to the sign-in page and back to this very place. A plain link: what is signed in is another page. */
export function SignInLink({ here, className, children }: SignInLinkProps) {
  return (
    <a
      className={className}
      href={signInPath(here)}
      onClick={leadBackHere}
      onAuxClick={leadBackHere}
    >
      {children}
    </a>
  )
}

function leadBackHere(event: MouseEvent<HTMLAnchorElement>): void {
  const { pathname, search, hash } = window.location
  event.currentTarget.setAttribute('href', signInPath(`${pathname}${search}${hash}`))
}

function signInPath(here: string): string {
  return `/sign-in?next=${encodeURIComponent(here)}`
}
