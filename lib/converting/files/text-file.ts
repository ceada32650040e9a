// Plain text and Markdown.

import { type Converted, NOTHING_KNOWN, newTally } from '@/lib/converting/converted'
import { finished } from '@/lib/converting/finished'
import { frontMatter } from '@/lib/converting/front-matter'
import { oneLine } from '@/lib/converting/metadata'
import { blocksFromText } from '@/lib/converting/plain-text'
import { readingFromMarkdown } from '@/lib/text/markdown'

/** A text from Markdown, what stands between dashes before it taken as metadata. */
export function fromMarkdown(source: string): Converted {
  const { markdown, metadata } = frontMatter(source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))
  const tally = newTally()
  tally.drop('picture-missing', markdown.match(/!\[[^\]]*\]\(/g)?.length ?? 0)
  const { content = [] } = readingFromMarkdown(markdown)
  return finished([{ title: '', blocks: content }], { metadata, tally, pictures: [] })
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
