import type { WordChange } from '@/lib/text/word-diff'

/** Two wordings in one: what went is struck, what came is underlined; both are said to screen readers. */
export function WordChanges({ changes }: { readonly changes: readonly WordChange[] }) {
  let at = 0
  return changes.map(({ kind, text }) => {
    const key = at
    at += text.length
    if (kind === 'kept') return <span key={`${key}k`}>{text}</span>
    if (kind === 'gone') return <del key={`${key}g`}>{text}</del>
    return <ins key={`${key}c`}>{text}</ins>
  })
}
