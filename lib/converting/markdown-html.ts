// Markdown with HTML in it: its tags belong together across paragraphs (`<details>` … `</details>`), so that the whole becomes a page of
// HTML, which goes the way of all HTML. What is dangerous in it is left out there.

import rehypeRaw from 'rehype-raw'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { READING_TEXT_MAXIMUM } from '@/lib/text/bounds'
import { type WithoutFormulas, withoutFormulas } from '@/lib/text/formulas/in-markdown'
import { checkMarkdown } from '@/lib/text/markdown-bounds'
import { type Parsed, tellingParsed } from '@/lib/text/markdown-progress'
import { checkTree, type MarkdownTree } from '@/lib/text/markdown-tree'
import { harmless } from '@/lib/text/normalise'
import { attribute, type HtmlRoot, requireShallow, walkElements } from './html-tree'

const parser = unified().use(remarkParse).use(remarkGfm).freeze()
const toHtml = unified()
  .use(remarkRehype, {
    allowDangerousHtml: true,
    // The word above the notes is ours, not the author's.
    footnoteLabelTagName: 'div',
    footnoteLabelProperties: { ariaHidden: 'true' },
  })
  .use(rehypeRaw)
  .freeze()

type Page = { readonly root: HtmlRoot; readonly found: WithoutFormulas }

/** The page that a Markdown text with HTML in it makes; null for one without. Throws as readingFromMarkdown does, tells as it does. */
export function htmlFromMarkdown(markdown: string, parsed: Parsed): Page | null {
  if (!/<[a-z!/?]/i.test(markdown)) return null
  const source = harmless(markdown)
  checkMarkdown(source, READING_TEXT_MAXIMUM)
  const found = withoutFormulas(source)
  const parsing = parser().use(tellingParsed(found.markdown.length, parsed))
  const tree: MarkdownTree = parsing.parse(found.markdown)
  checkTree(tree)
  if (!holdsHtml(tree)) return null
  const root = toHtml.runSync(tree)
  requireShallow(root)
  return { root: withPicturesAsLinks(root), found }
}

// A picture on another server is not fetched: its description leads there, as in Markdown without HTML. Changes the tree.
function withPicturesAsLinks(root: HtmlRoot): HtmlRoot {
  walkElements(root, (element) => {
    const source = element.tagName === 'img' ? attribute(element, 'src') : null
    const words = attribute(element, 'alt') ?? ''
    if (!source || !/^https?:/i.test(source) || words === '') return
    const children = [{ type: 'text', value: words }]
    Object.assign(element, { tagName: 'a', properties: { href: source }, children })
  })
  return root
}

function holdsHtml(node: MarkdownTree | MarkdownTree['children'][number]): boolean {
  return node.type === 'html' || ('children' in node && node.children.some(holdsHtml))
}
