// Markdown (CommonMark and GitHub's tables, strikethrough, task lists, bare addresses) to documents of ours. HTML is not parsed at all:
// its tags stand in the text as they were written.

import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import {
  checkBounds,
  POST_BOUNDS,
  POST_TEXT_MAXIMUM,
  READING_BOUNDS,
  READING_TEXT_MAXIMUM,
} from './bounds'
import type { DocNode } from './doc-node'
import { finishDoc } from './finish-doc'
import { withFormulas, withoutFormulas } from './formulas/in-markdown'
import { checkMarkdown } from './markdown-bounds'
import { type Parsed, tellingParsed } from './markdown-progress'
import { checkTree, type Dialect, docFromTree, type MarkdownTree } from './markdown-tree'
import { harmless } from './normalise'
import { postSchema } from './post-schema'
import { readingSchema } from './reading-schema'

/** A reading's document, in normal form. Throws TooLarge and Malformed like parseReadingDoc. `parsed` is told how far it is. */
export function readingFromMarkdown(markdown: string, parsed?: Parsed): DocNode {
  const doc = docFrom(markdown, { dialect: 'reading', maximum: READING_TEXT_MAXIMUM, parsed })
  checkBounds(doc, READING_BOUNDS)
  return finishDoc(doc, readingSchema, READING_TEXT_MAXIMUM)
}

/** A post's document, in normal form: headings become bold paragraphs, rows of tables lines. Throws like parsePostDoc. */
export function postFromMarkdown(markdown: string): DocNode {
  const doc = docFrom(markdown, { dialect: 'post', maximum: POST_TEXT_MAXIMUM })
  checkBounds(doc, POST_BOUNDS)
  return finishDoc(doc, postSchema, POST_TEXT_MAXIMUM)
}

function docFrom(
  markdown: string,
  limits: { dialect: Dialect; maximum: number; parsed?: Parsed | undefined },
): DocNode {
  const source = harmless(markdown)
  checkMarkdown(source, limits.maximum)
  // Posts have no formulas: what is written stays.
  const found =
    limits.dialect === 'reading' ? withoutFormulas(source) : { markdown: source, formulas: [] }
  const { length } = found.markdown
  const parsing = limits.parsed ? parser().use(tellingParsed(length, limits.parsed)) : parser
  const tree: MarkdownTree = parsing.parse(found.markdown)
  checkTree(tree)
  return withFormulas(docFromTree(tree, limits.dialect), found)
}

const parser = unified().use(remarkParse).use(remarkGfm).use(withoutHtml).freeze()

function withoutHtml(this: Processor): void {
  const data = this.data()
  const extensions = data.micromarkExtensions ?? []
  data.micromarkExtensions = extensions
  extensions.push({ disable: { null: ['htmlFlow', 'htmlText'] } })
}
