import type { KeyboardEvent } from 'react'

/** Arrows move between the buttons of a toolbar, which is one stop for Tab. */
export function moveBetween(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button.contains(document.activeElement))
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
  event.preventDefault()
}
