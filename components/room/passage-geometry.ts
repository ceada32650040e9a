/** Where passages lie on the page: given by the text, asked by the margin. Lengths are CSS pixels. */
export type PassageGeometry = {
  /** The top of the first line of a passage from the top of the document; null when it is not laid out. */
  readonly topOf: (start: number, end: number) => number | null
  /** The stretch of text that lies between two heights of the document. */
  readonly textBetween: (top: number, bottom: number) => { from: number; to: number }
  /** Called after anything may have moved: fonts, settings, width, content. Returns how to stop. */
  readonly observe: (moved: () => void) => () => void
  /** What the text says between two offsets. */
  readonly textOf: (start: number, end: number) => string
  /** Brings a passage into view and lets it pulse once. */
  readonly reveal: (start: number, end: number) => void
}
