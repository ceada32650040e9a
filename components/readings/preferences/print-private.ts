// Whether one's private notes go to paper, too. Kept in this browser; the sheet for paper and its numbers ask the page.

const KEPT = 'colloquy-print-private'

export function printsPrivate(): boolean {
  return localStorage.getItem(KEPT) !== 'off'
}

export function setPrintsPrivate(on: boolean): void {
  if (on) localStorage.removeItem(KEPT)
  else localStorage.setItem(KEPT, 'off')
  showPrintsPrivate()
}

/** Writes on the page what was chosen. */
export function showPrintsPrivate(): void {
  const { dataset } = document.documentElement
  if (printsPrivate()) delete dataset.printPrivate
  else dataset.printPrivate = 'off'
}
