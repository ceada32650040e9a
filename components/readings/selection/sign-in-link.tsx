'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import type { ReactNode } from 'react'

/** Leads to the sign-in page and back here. A plain link: what is signed in is another page. */
export function SignInLink({ children }: { readonly children: ReactNode }) {
  const path = usePathname()
  const query = useSearchParams().toString()
  const here = query === '' ? path : `${path}?${query}`
  return (
    <a className="textlink" href={`/sign-in?next=${encodeURIComponent(here)}`}>
      {children}
    </a>
  )
}
