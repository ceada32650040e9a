'use client'

import { Toaster as Sonner, toast } from 'sonner'

export type Notice = {
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
  /** Milliseconds; what can be undone stays for eight seconds. */
  readonly duration?: number
  /** Two notices with one id replace each other. */
  readonly id?: string
}

const SHORT = 5_000
const WITH_ACTION = 8_000

/** Says something for a few seconds at the foot of the window, also to screen readers. */
export function notify({ text, action, duration, id }: Notice): void {
  toast(text, {
    id,
    duration: duration ?? (action ? WITH_ACTION : SHORT),
    action: action && { label: action.label, onClick: action.run },
  })
}

/** Where notices appear; once, in the root layout. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-center"
      containerAriaLabel="Notices"
      toastOptions={{
        unstyled: true,
        classNames: { toast: 'toast', actionButton: 'toast-action' },
      }}
    />
  )
}
