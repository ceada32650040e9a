// Files that import each other in a circle, types included: strongly connected components (Tarjan 1972).

import type { SourceFile } from './source'

type Node = { index: number; low: number; isOpen: boolean }

/** The circles of more than one file, each as the paths in it. Linear in files and imports. */
export function circlesIn(sources: readonly SourceFile[]): readonly (readonly string[])[] {
  const imports = new Map(sources.map((source) => [source.path, source.imports]))
  const nodes = new Map<string, Node>()
  const open: string[] = []
  const circles: string[][] = []

  function visit(path: string): Node {
    const node: Node = { index: nodes.size, low: nodes.size, isOpen: true }
    nodes.set(path, node)
    open.push(path)
    for (const imported of imports.get(path) ?? []) {
      const known = nodes.get(imported)
      if (known === undefined) node.low = Math.min(node.low, visit(imported).low)
      else if (known.isOpen) node.low = Math.min(node.low, known.index)
    }
    if (node.low === node.index) close(path)
    return node
  }

  function close(path: string): void {
    const circle = open.splice(open.indexOf(path))
    for (const each of circle) {
      const node = nodes.get(each)
      if (node) node.isOpen = false
    }
    if (circle.length > 1) circles.push(circle)
  }

  for (const { path } of sources) if (!nodes.has(path)) visit(path)
  return circles
}
