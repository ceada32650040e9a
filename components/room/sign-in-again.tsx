'use client'

import { buttonClass } from '@/components/ui/button-class'
import { roomHref } from '@/lib/readings/room-href'
import { useRoom } from './context'

/** Leads to the sign-in page and back to this page, which then sends what waits. A plain link: who is signed in is another page. */
export function SignInAgain() {
  const here = useRoom(roomHref)
  return (
    <a
      className={buttonClass({ variant: 'primary', size: 'sm' })}
      href={`/sign-in?next=${encodeURIComponent(here)}`}
    >
      Sign in and send
    </a>
  )
}
