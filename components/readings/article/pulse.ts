import { dropHighlight, showHighlight } from './highlights'
import type { TextIndex } from './text-index'

const PULSE_MS = 1_200

/** Lets the words of a passage glow for a moment, so that the eye finds what it was brought to. */
export function pulse(root: HTMLElement, index: TextIndex, start: number, end: number): void {
  const range = index.rangeOf(start, end)
  if (!range) return
  showHighlight('pulse', [range])
  root.dataset.pulse = ''
  setTimeout(() => {
    dropHighlight('pulse')
    delete root.dataset.pulse
  }, PULSE_MS)
}
