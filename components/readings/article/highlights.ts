// Passing states of the text by the CSS Custom Highlight API: no element is made for them. They take no focus and no clicks, so
// notes are never shown by them. A browser without the API shows the text as it is. Styled in app/styles/text.css.

/** What each is for; later ones lie above. */
export const HIGHLIGHTS = ['focused', 'search', 'pending', 'sentence', 'pulse'] as const
export type HighlightName = (typeof HIGHLIGHTS)[number]

/** Shows ranges in a state, instead of those that were in it. */
export function showHighlight(name: HighlightName, ranges: readonly Range[]): void {
  if (!isSupported()) return
  const highlight = new Highlight(...ranges)
  highlight.priority = HIGHLIGHTS.indexOf(name)
  CSS.highlights.set(`room-${name}`, highlight)
}

/** Nothing is in this state any more. */
export function dropHighlight(name: HighlightName): void {
  if (isSupported()) CSS.highlights.delete(`room-${name}`)
}

function isSupported(): boolean {
  return typeof Highlight === 'function' && 'highlights' in CSS
}
