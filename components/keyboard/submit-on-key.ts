import type { KeyboardEvent } from 'react'

/** Ctrl or Command with Enter, anywhere in a form. The editor has its own. */
export function submitOnKey(event: KeyboardEvent, submit: () => void): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
  event.preventDefault()
  submit()
}
