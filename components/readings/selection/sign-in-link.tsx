'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import type { ReactNode } from 'react'
import { SignInLink as PlainLink } from '@/components/shell/sign-in-link'

/** Leads to the sign-in page and back to what is being read. */
export function SignInLink({ children }: { readonly children: ReactNode }) {
  const path = usePathname()
  const query = useSearchParams().toString()
  return (
    <PlainLink className="textlink" here={query === '' ? path : `${path}?${query}`}>
      {children}
    </PlainLink>
  )
}
