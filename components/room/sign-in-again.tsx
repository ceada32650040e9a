'use client'

import { buttonClass } from '@/components/ui/button-class'
import { useRoom } from './context'

/** Leads to the sign-in page and back to this page, which then sends what waits. A plain link: who is signed in is another page. */
export function SignInAgain() {
  const slug = useRoom(({ reading }) => reading.slug)
  const group = useRoom((state) => state.group)
  const here = `/readings/${slug}${group ? `?group=${encodeURIComponent(group.slug)}` : ''}`
  return (
    <a
      className={buttonClass({ look: 'primary', size: 'sm' })}
      href={`/sign-in?next=${encodeURIComponent(here)}`}
    >
      Sign in and send
    </a>
  )
}
