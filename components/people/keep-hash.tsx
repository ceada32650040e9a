'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/**
 * Takes the part after # along. A page that sends to the sign-in page never sees it, but browsers carry it over: it belongs to
 * where one wanted to go.
 */
export function KeepHash({ next }: { readonly next: string }) {
  const router = useRouter()
  useEffect(() => {
    const { hash, pathname } = window.location
    if (hash === '' || hash === '#main' || next.includes('#')) return
    router.replace(`${pathname}?${new URLSearchParams({ next: `${next}${hash}` })}`)
  }, [next, router])
  return null
}
