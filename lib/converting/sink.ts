// Where blocks are gathered: words run on in a line until something ends it, and the line becomes a paragraph or what the sink makes.

import { type DocNode, inlineText } from '@/lib/text/doc-node'

export type Sink = {
  readonly blocks: DocNode[]
  line: DocNode[]
  readonly wrap: (line: readonly DocNode[]) => DocNode
  /** The last block that called itself a caption and had nothing before it to belong to. */
  caption: DocNode | null
}

export function openSink(wrap: Sink['wrap'] = paragraph): Sink {
  return { blocks: [], line: [], wrap, caption: null }
}

/** Ends the line. */
export function endLine(sink: Sink): void {
  const { line } = sink
  sink.line = []
  if (line.some((node) => inlineText(node).trim() !== '')) sink.blocks.push(sink.wrap(line))
}

/** Ends the line and puts a block after it. */
export function pushBlock(sink: Sink, ...blocks: readonly DocNode[]): void {
  endLine(sink)
  sink.blocks.push(...blocks)
}

/** What a sink has gathered. */
export function blocksOf(sink: Sink): readonly DocNode[] {
  endLine(sink)
  return sink.blocks
}

export function paragraph(content: readonly DocNode[]): DocNode {
  return { type: 'paragraph', content }
}
