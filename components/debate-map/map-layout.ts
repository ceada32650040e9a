// Where everything stands on the map: a tree from left to right, boxes as high as their words. Lengths are units of the drawing. Pure.

import { flextree } from 'd3-flextree'
import { remarksOf, type TreeNode } from './argument-tree'
import { wrapped } from './wrap-words'

export type Box = {
  readonly tree: TreeNode
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly lines: readonly string[]
  readonly remarks: readonly string[]
  /** How many children are folded away. */
  readonly hidden: number
}

export type Edge = {
  readonly key: string
  readonly tree: TreeNode
  readonly path: string
  readonly width: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export type MapLayout = {
  readonly boxes: readonly Box[]
  readonly edges: readonly Edge[]
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const THESIS = { width: 240, line: 23, top: 36, bottom: 14, characters: 22 }
const CLAIM = { width: 262, line: 18, top: 22, bottom: 12, characters: 28 }
const GAP_X = 68
const GAP_Y = 10
const MOST_LINES = 4
const REMARK_CHARACTERS = 34

/** Lays one thesis out with what is not folded below it. Linear. */
export function mapLayout(root: TreeNode, folded: ReadonlySet<string>): MapLayout {
  const sizes = new Map<string, ReturnType<typeof sized>>()
  const sizeOf = (tree: TreeNode) => {
    const known = sizes.get(tree.key) ?? sized(tree)
    sizes.set(tree.key, known)
    return known
  }
  const layout = flextree<TreeNode>({
    children: (tree) => (folded.has(tree.key) ? [] : [...tree.children]),
    nodeSize: ({ data }) => [sizeOf(data).height + GAP_Y, sizeOf(data).width + GAP_X],
    spacing: (a, b) => (a.path(b).length > 3 ? GAP_Y : 0),
  })
  const tree = layout.hierarchy(root)
  layout(tree)
  const placed = tree.nodes.map(({ data, x, y }) =>
    boxAt(data, sizeOf(data), { across: x, along: y }, folded),
  )
  const byKey = new Map(placed.map((box) => [box.tree.key, box]))
  const edges = placed.flatMap((parent) =>
    folded.has(parent.tree.key)
      ? []
      : parent.tree.children.flatMap(({ key }) => {
          const child = byKey.get(key)
          return child ? [edgeBetween(parent, child)] : []
        }),
  )
  return { boxes: placed, edges, ...boundsOf(placed) }
}

function sized(tree: TreeNode) {
  const shape = tree.depth === 0 ? THESIS : CLAIM
  const lines = wrapped(tree.node.text || '(withdrawn)', shape.characters, MOST_LINES)
  const said = remarksOf(tree)
  const remarks = said === '' ? [] : wrapped(said, REMARK_CHARACTERS, 2)
  const rows = lines.length + remarks.length
  const height = shape.top + shape.line * (rows - 1) + shape.bottom
  return { width: shape.width, height, lines, remarks }
}

function boxAt(
  tree: TreeNode,
  size: ReturnType<typeof sized>,
  { across, along }: { across: number; along: number },
  folded: ReadonlySet<string>,
): Box {
  const hidden = folded.has(tree.key) ? tree.children.length : 0
  return { tree, x: along, y: across - size.height / 2, hidden, ...size }
}

function edgeBetween(parent: Box, child: Box): Edge {
  const from = { x: parent.x + parent.width, y: parent.y + parent.height / 2 }
  const to = { x: child.x, y: child.y + child.height / 2 }
  const middle = (from.x + to.x) / 2
  return {
    key: child.tree.key,
    tree: child.tree,
    path: `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`,
    width: thickness(child.tree.node.voters),
    top: Math.min(from.y, to.y),
    bottom: Math.max(from.y, to.y),
    left: from.x,
    right: to.x,
  }
}

const THINNEST = 1.2
const THICKEST = 4.5

/** How thick a line is that so many people voted on: as the square root, so that the first votes count most. */
export function thickness(voters: number): number {
  return Math.min(THICKEST, THINNEST + 0.65 * Math.sqrt(voters))
}

function boundsOf(boxes: readonly Box[]): Pick<MapLayout, 'left' | 'top' | 'width' | 'height'> {
  let [left, top, right, bottom] = [0, 0, 0, 0]
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  return { left, top, width: right - left, height: bottom - top }
}

export type Window = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** What of a layout touches a window. Linear, and cheap against drawing it. */
export function within(layout: MapLayout, window: Window): Pick<MapLayout, 'boxes' | 'edges'> {
  return {
    boxes: layout.boxes.filter(
      ({ x, y, width, height }) =>
        x < window.right && x + width > window.left && y < window.bottom && y + height > window.top,
    ),
    edges: layout.edges.filter(
      ({ left, right, top, bottom }) =>
        left < window.right && right > window.left && top < window.bottom && bottom > window.top,
    ),
  }
}
