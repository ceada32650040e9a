'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** Leads to the sign-in page and back here. A plain link: what is signed in is another page. */
export function SignInLink({ children }: { readonly children: ReactNode }) {
  const path = usePathname()
  return (
    <a className="textlink" href={`/sign-in?next=${encodeURIComponent(path)}`}>
      {children}
    </a>
  )
}
