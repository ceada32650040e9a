// What arrives may be nested or long enough to break whoever walks it by recursion. It is measured first, by a loop.

import { Malformed, TooLarge } from '@/lib/errors'

/** `depth` in nested nodes, `nodes` counts nodes, `text` counts UTF-16 code units of all strings, keys and attributes included. */
export type Bounds = { readonly depth: number; readonly nodes: number; readonly text: number }

export const READING_BOUNDS: Bounds = { depth: 30, nodes: 50_000, text: 6_000_000 }
export const POST_BOUNDS: Bounds = { depth: 12, nodes: 2_000, text: 200_000 }
/** How much a person may write or store, in UTF-16 code units of plain text or Markdown. */
export const READING_TEXT_MAXIMUM = 2_000_000
export const POST_TEXT_MAXIMUM = 20_000

/**
 * Throws Malformed for what is nested too deep and TooLarge for what has too many parts or too long strings. Linear, no recursion,
 * and stops at the first excess. Says nothing of the shape. Returns how long all strings are together, in UTF-16 code units.
 */
export function checkBounds(json: unknown, bounds: Bounds): number {
  // A node nests by two steps of JSON (the node, its content); marks and their attributes by four more.
  const deepest = bounds.depth * 2 + 4
  const open: { value: unknown; depth: number }[] = [{ value: json, depth: 0 }]
  const left = { values: bounds.nodes * 12, nodes: bounds.nodes, text: bounds.text }
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next
    count(value, left)
    if (typeof value !== 'object' || value === null) continue
    if (depth >= deepest) throw new Malformed('doc-too-deep', 'The text is nested too deep.')
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) left.text -= key.length
      open.push({ value: inner, depth: depth + 1 })
    }
  }
  return bounds.text - left.text
}

function count(value: unknown, left: { values: number; nodes: number; text: number }): void {
  left.values -= 1
  if (typeof value === 'string') left.text -= value.length
  if (isNode(value)) left.nodes -= 1
  if (left.values < 0 || left.nodes < 0) {
    throw new TooLarge('doc-too-many-parts', 'The text has too many parts. Divide it.')
  }
  if (left.text < 0) throw new TooLarge('doc-too-long', 'The text is too long. Divide it.')
}

// Text and containers; a mark has neither.
function isNode(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('content' in value || 'text' in value)
}
