// Plain text and Markdown.

import { type Converted, NOTHING_KNOWN, newTally, type Progress } from '@/lib/converting/converted'
import { blocksFromHtml } from '@/lib/converting/doc-from-html'
import { withDrawings } from '@/lib/converting/drawn-formulas'
import { finished } from '@/lib/converting/finished'
import { frontMatter } from '@/lib/converting/front-matter'
import { passedOf } from '@/lib/converting/how-far'
import { notesIn } from '@/lib/converting/html-notes'
import { htmlFromMarkdown } from '@/lib/converting/markdown-html'
import { oneLine } from '@/lib/converting/metadata'
import { blocksFromText } from '@/lib/converting/plain-text'
import { withFormulas } from '@/lib/text/formulas/in-markdown'
import { readingFromMarkdown } from '@/lib/text/markdown'
import type { Parsed } from '@/lib/text/markdown-progress'
import { newPictureBox, picturesOf } from './pictures'

/** A text from Markdown, what stands between dashes before it taken as metadata. */
export async function fromMarkdown(source: string, progress: Progress): Promise<Converted> {
  const { markdown, metadata } = frontMatter(source.replace(/\r\n?/g, '\n'))
  const tally = newTally()
  const parsed: Parsed = (done, total) => progress('reading', done, total)
  const page = htmlFromMarkdown(markdown, parsed)
  if (page) {
    const { root, found } = page
    const box = newPictureBox(tally)
    const pictures = await picturesOf(root, { box, tally, progress, read: async () => null })
    const passed = passedOf(root, progress)
    const notes = notesIn(root)
    const blocks = blocksFromHtml(root, { notes, pictures, base: null, tally, passed })
    const doc = withDrawings(withFormulas({ type: 'doc', content: blocks }, found))
    const chapters = [{ title: '', blocks: doc.content ?? [] }]
    return finished(chapters, { metadata, tally, pictures: box.all() })
  }
  tally.drop('picture-missing', markdown.match(/!\[[^\]]*\]\(/g)?.length ?? 0)
  const { content = [] } = withDrawings(readingFromMarkdown(markdown, parsed))
  return finished([{ title: '', blocks: content }], { metadata, tally, pictures: [] })
}

/** A text from plain text; its name, without its ending, is its title. */
export function fromPlainText(source: string, name: string, progress: Progress): Converted {
  const metadata = {
    ...NOTHING_KNOWN,
    title: oneLine(name.replace(/\.[^.]{1,8}$/, '').replace(/[_-]+/g, ' ')),
  }
  const blocks = blocksFromText(source, (done, total) => progress('reading', done, total))
  return finished([{ title: '', blocks }], { metadata, tally: newTally(), pictures: [] })
}
