// Plain text and Markdown.

import { type Converted, NOTHING_KNOWN, newTally, type Progress } from '@/lib/converting/converted'
import { blocksFromHtml } from '@/lib/converting/doc-from-html'
import { finished } from '@/lib/converting/finished'
import { frontMatter } from '@/lib/converting/front-matter'
import { fromTex } from '@/lib/converting/html-math'
import { notesIn } from '@/lib/converting/html-notes'
import { htmlFromMarkdown } from '@/lib/converting/markdown-html'
import { oneLine } from '@/lib/converting/metadata'
import { blocksFromText } from '@/lib/converting/plain-text'
import { type DocNode, textblockText } from '@/lib/text/doc-node'
import { withFormulas } from '@/lib/text/formulas/in-markdown'
import { readingFromMarkdown } from '@/lib/text/markdown'
import { newPictureBox, picturesOf } from './pictures'

/** A text from Markdown, what stands between dashes before it taken as metadata. */
export async function fromMarkdown(source: string, progress: Progress): Promise<Converted> {
  const { markdown, metadata } = frontMatter(source.replace(/\r\n?/g, '\n'))
  const tally = newTally()
  const page = htmlFromMarkdown(markdown)
  if (page) {
    const { root, found } = page
    const box = newPictureBox(tally)
    const pictures = await picturesOf(root, { box, tally, progress, read: async () => null })
    const blocks = blocksFromHtml(root, { notes: notesIn(root), pictures, base: null, tally })
    const doc = withDrawings(withFormulas({ type: 'doc', content: blocks }, found))
    const chapters = [{ title: '', blocks: doc.content ?? [] }]
    return finished(chapters, { metadata, tally, pictures: box.all() })
  }
  tally.drop('picture-missing', markdown.match(/!\[[^\]]*\]\(/g)?.length ?? 0)
  const { content = [] } = withDrawings(readingFromMarkdown(markdown))
  return finished([{ title: '', blocks: content }], { metadata, tally, pictures: [] })
}

/** A document whose formulas in TeX say how they are drawn. */
function withDrawings(node: DocNode): DocNode {
  if (node.type === 'codeBlock' && node.attrs?.language === 'math') {
    const { drawing } = fromTex(textblockText(node), true)
    return drawing === null ? node : { ...node, attrs: { ...node.attrs, drawing } }
  }
  const isFormula = node.marks?.some(({ type, attrs }) => type === 'math' && !attrs?.drawing)
  if (node.text !== undefined && isFormula) {
    const { drawing } = fromTex(node.text, false)
    const math = drawing === null ? { type: 'math' } : { type: 'math', attrs: { drawing } }
    return {
      ...node,
      marks: (node.marks ?? []).map((mark) => (mark.type === 'math' ? math : mark)),
    }
  }
  return node.content ? { ...node, content: node.content.map(withDrawings) } : node
}

/** A text from plain text; its name, without its ending, is its title. */
export function fromPlainText(source: string, name: string): Converted {
  const metadata = {
    ...NOTHING_KNOWN,
    title: oneLine(name.replace(/\.[^.]{1,8}$/, '').replace(/[_-]+/g, ' ')),
  }
  const blocks = blocksFromText(source)
  return finished([{ title: '', blocks }], { metadata, tally: newTally(), pictures: [] })
}
