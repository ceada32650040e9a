// What a key does in the outline: the keys of a tree by the ARIA Authoring Practices. Pure.

import type { TreeNode } from './argument-tree'

export type Step =
  | { readonly kind: 'go'; readonly to: string }
  | { readonly kind: 'fold'; readonly key: string }
  | { readonly kind: 'open'; readonly key: string }

type Outline = {
  readonly key: string
  readonly seen: readonly TreeNode[]
  readonly current: string | null
  readonly folded: ReadonlySet<string>
}

/** The step that a key asks for; null when it is none of the outline's. */
export function outlineStep({ key, seen, current, folded }: Outline): Step | null {
  const at = seen.findIndex((node) => node.key === current)
  const here = seen[at]
  if (!here) return null
  switch (key) {
    case 'ArrowDown':
      return goTo(seen[at + 1])
    case 'ArrowUp':
      return goTo(seen[at - 1])
    case 'Home':
      return goTo(seen[0])
    case 'End':
      return goTo(seen.at(-1))
    case 'ArrowRight':
      return inward(here, folded, seen[at + 1])
    case 'ArrowLeft':
      return outward(here, folded, seen.slice(0, at))
    case 'Enter':
      return { kind: 'open', key: here.key }
    case ' ':
      return here.children.length > 0 ? { kind: 'fold', key: here.key } : null
    default:
      return key.length === 1 ? byLetter(key, [...seen.slice(at + 1), ...seen.slice(0, at)]) : null
  }
}

function goTo(node: TreeNode | undefined): Step | null {
  return node ? { kind: 'go', to: node.key } : null
}

function inward(
  here: TreeNode,
  folded: ReadonlySet<string>,
  next: TreeNode | undefined,
): Step | null {
  if (here.children.length === 0) return null
  return folded.has(here.key) ? { kind: 'fold', key: here.key } : goTo(next)
}

function outward(
  here: TreeNode,
  folded: ReadonlySet<string>,
  before: readonly TreeNode[],
): Step | null {
  if (here.children.length > 0 && !folded.has(here.key)) return { kind: 'fold', key: here.key }
  return goTo(before.findLast(({ depth }) => depth < here.depth))
}

function byLetter(letter: string, others: readonly TreeNode[]): Step | null {
  const wanted = letter.toLowerCase()
  return goTo(others.find(({ node }) => node.text.toLowerCase().startsWith(wanted)))
}
