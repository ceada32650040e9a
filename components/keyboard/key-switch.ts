// Whether single letters act as keys. Off is needed by those who speak to their device: a spoken word would press many.

import { isWriting } from './writing'

const KEPT = 'colloquy-letter-keys'

/** Asked at each key press, so that turning them off needs no reload. */
export function keysAreOn(): boolean {
  return localStorage.getItem(KEPT) !== 'off'
}

export function setKeysOn(on: boolean): void {
  if (on) localStorage.removeItem(KEPT)
  else localStorage.setItem(KEPT, 'off')
}

/** Whether a single letter may act now: keys are on, and nothing to write is open. */
export function lettersAct(): boolean {
  return keysAreOn() && !isWriting()
}
