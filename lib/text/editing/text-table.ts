// Where the characters of a reading's text stand in the document that an editor holds. The text is that of the document in normal form,
// which the editor's need not be: an empty line, two blanks or a blank at an end are in the one and not in the other.

import type { Node } from '@tiptap/pm/model'
import type { DocNode } from '@/lib/text/doc-node'
import { readingText } from '@/lib/text/document'
import { normaliseDoc } from '@/lib/text/normalise-doc'

/** `length` characters of the text from `offset` on stand side by side from the document position `pos` on. */
export type TextRun = { readonly pos: number; readonly offset: number; readonly length: number }

export type TextTable = { readonly text: string; readonly runs: readonly TextRun[] }

/** The text of a document and where it stands in it, in order. Linear. `json` is the document's own JSON. */
export function textTable(doc: Node, json: DocNode): TextTable {
  const { text } = readingText(normaliseDoc(json))
  const runs: TextRun[] = []
  let offset = 0
  for (const { character, pos } of charactersOf(doc)) {
    const found = character === text[offset] ? offset : near(text, offset, character)
    if (found === null) continue
    if (pos !== null) extend(runs, pos, found)
    offset = found + 1
  }
  return { text, runs }
}

/** The document positions of a passage of the text (UTF-16 offsets): from its first character to behind its last; null if neither stands. */
export function positionsIn(
  { runs }: TextTable,
  { start, end }: { readonly start: number; readonly end: number },
): { readonly from: number; readonly to: number } | null {
  const touched = runs.filter(({ offset, length }) => offset < end && offset + length > start)
  const [first, last] = [touched[0], touched.at(-1)]
  if (!first || !last) return null
  return {
    from: first.pos + Math.max(0, start - first.offset),
    to: last.pos + Math.min(last.length, end - last.offset),
  }
}

type Character = { readonly character: string; readonly pos: number | null }

function charactersOf(doc: Node): readonly Character[] {
  const found: Character[] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    if (found.length > 0) found.push({ character: '\n', pos: null })
    node.forEach((child, at) => {
      const from = pos + 1 + at
      const words = child.text ?? (child.type.name === 'hardBreak' ? '\n' : '')
      for (let n = 0; n < words.length; n += 1) {
        found.push({ character: words.charAt(n), pos: from + n })
      }
    })
    return false
  })
  return found
}

// Composed characters differ in number: the two go on together where both say the same again. Blanks say nothing.
const NEAR = 8

function near(text: string, offset: number, character: string): number | null {
  if (/[\s\p{M}]/u.test(character)) return null
  const found = text.slice(offset, offset + NEAR).indexOf(character)
  return found < 0 ? null : offset + found
}

function extend(runs: TextRun[], pos: number, offset: number): void {
  const last = runs.at(-1)
  const follows = last && last.pos + last.length === pos && last.offset + last.length === offset
  if (follows) runs[runs.length - 1] = { ...last, length: last.length + 1 }
  else runs.push({ pos, offset, length: 1 })
}
