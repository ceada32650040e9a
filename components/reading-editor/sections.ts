// The sections of a document that is being edited, and taking one elsewhere. Pure but for ProseMirror's own types.

import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { asMove } from './tracking'

/** A heading with what belongs to it: all up to the next heading of its level or a higher one. Positions in the document. */
export type OutlineSection = {
  readonly from: number
  readonly to: number
  readonly level: number
  /** How many sections it lies in. */
  readonly depth: number
  readonly title: string
}

/** The sections of a document, in order; those of lower level lie inside those above them. */
export function outlineOf(doc: Node): OutlineSection[] {
  const headings: OutlineSection[] = []
  const around: number[] = []
  doc.forEach((node, offset) => {
    if (node.type.name !== 'heading') return
    const level = Number(node.attrs.level)
    while ((around.at(-1) ?? 0) >= level) around.pop()
    const depth = around.push(level) - 1
    headings.push({ from: offset, to: doc.content.size, level, depth, title: node.textContent })
  })
  return headings.map((heading, at) => {
    const next = headings.slice(at + 1).find(({ level }) => level <= heading.level)
    return { ...heading, to: next?.from ?? heading.to }
  })
}

/** Takes a section before another one, or to the end for null. Null where that changes nothing, or would take it into itself. */
export function moveBefore(
  state: EditorState,
  section: OutlineSection,
  before: OutlineSection | null,
): Transaction | null {
  const { from, to } = section
  const target = before?.from ?? state.doc.content.size
  if (target >= from && target <= to) return null
  const { content } = state.doc.slice(from, to)
  const transaction = state.tr.delete(from, to)
  transaction.insert(target < from ? target : target - (to - from), content)
  return asMove(transaction, { from, to, target }).scrollIntoView()
}

/** Takes a section one place up or down among its like: past the one before or after it that stands on its level. */
export function moveAmongLike(state: EditorState, at: number, step: 1 | -1): Transaction | null {
  const outline = outlineOf(state.doc)
  const section = outline[at]
  if (!section) return null
  if (step === -1) {
    const before = outline.slice(0, at).findLast(({ level }) => level <= section.level)
    return before ? moveBefore(state, section, before) : null
  }
  const after = outline.slice(at + 1).find(({ level }) => level <= section.level)
  if (!after) return null
  const behind = outline.find(({ from }) => from === after.to) ?? null
  return moveBefore(state, section, behind)
}
