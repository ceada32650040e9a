'use client'

import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/toast'

/** Copies the link of an invitation. */
export function CopyLink({ code }: { readonly code: string }) {
  const copy = async () => {
    const link = new URL(`/join/${code}`, location.origin).toString()
    try {
      await navigator.clipboard.writeText(link)
      notify({ text: 'Link copied' })
    } catch {
      // No leave to write to the clipboard: show what is to be copied.
      notify({ text: link, duration: 30_000 })
    }
  }
  return (
    <Button size="sm" icon="link" onClick={() => void copy()}>
      Copy link
    </Button>
  )
}
