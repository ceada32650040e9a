import {
  type BlockCursor,
  byParagraph,
  bySentence,
  type CursorText,
  extendedByParagraph,
  extendedBySentence,
} from './block-cursor'

type Press = { readonly key: string; readonly shiftKey: boolean }

/** Where a key takes the cursor: null away from the text; undefined when the key is not the cursor's. */
export function cursorMove(
  text: CursorText,
  cursor: BlockCursor,
  { key, shiftKey }: Press,
): BlockCursor | null | undefined {
  switch (key) {
    case 'ArrowDown':
      return shiftKey ? extendedByParagraph(text, cursor, 1) : byParagraph(text, cursor, 1)
    case 'ArrowUp':
      return shiftKey ? extendedByParagraph(text, cursor, -1) : byParagraph(text, cursor, -1)
    case 'ArrowRight':
      return shiftKey ? extendedBySentence(text, cursor, 1) : bySentence(text, cursor, 1)
    case 'ArrowLeft':
      return shiftKey ? extendedBySentence(text, cursor, -1) : bySentence(text, cursor, -1)
    case 'Escape':
      return null
    default:
      return undefined
  }
}
