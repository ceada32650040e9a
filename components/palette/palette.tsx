'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import type { Account } from '@/components/shell/account-menu'

const PaletteDialog = dynamic(() =>
  import('./palette-dialog').then((module) => module.PaletteDialog),
)

/** Ctrl or Command with K, wherever one is: goes to anything and runs anything. What it needs comes when it is first opened. */
export function Palette({ account }: { readonly account: Account | null }) {
  const [isOpen, setOpen] = useState(false)
  const [wasOpen, setWasOpen] = useState(false)

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const isShortcut = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
      // In the editor the same keys make a link.
      if (!isShortcut || event.code !== 'KeyK' || event.defaultPrevented) return
      event.preventDefault()
      setWasOpen(true)
      setOpen((before) => !before)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])

  return wasOpen ? <PaletteDialog account={account} open={isOpen} onOpenChange={setOpen} /> : null
}
