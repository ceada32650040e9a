// The last step of every form: chapters put into normal form one by one and joined, so that it is known where each begins.

import { Invalid } from '@/lib/errors'
import { type DocNode, textblockText } from '@/lib/text/doc-node'
import { assetIdsIn, readingText } from '@/lib/text/document'
import { normaliseDoc } from '@/lib/text/normalise-doc'
import { parseReadingDoc } from '@/lib/text/reading-schema'
import type { Converted, Metadata, Part, StoredPicture, Tally } from './converted'
import { languageOf } from './language'

export type Chapter = { readonly title: string; readonly blocks: readonly DocNode[] }

/**
 * What is handed on. With one chapter there are no parts. Throws Invalid for a text without a word, and what parseReadingDoc throws for
 * one that is too large.
 */
export function finished(
  chapters: readonly Chapter[],
  about: { metadata: Metadata; tally: Tally; pictures: readonly StoredPicture[] },
): Converted {
  const parts: Part[] = []
  const content: DocNode[] = []
  for (const { title, blocks } of chapters) {
    const tops = topsOf(blocks)
    if (tops.length > 0)
      parts.push({ title, from: content.length, to: content.length + tops.length })
    content.push(...tops)
  }
  const isWhole = chapters.length === 1
  const title = about.metadata.title || (isWhole ? titleIn(content) : '')
  const doc = parseReadingDoc({
    type: 'doc',
    content: isWhole ? withoutTitle(content, title) : content,
  })
  const { text } = readingText(doc)
  if (text.trim() === '')
    throw new Invalid('empty-text', 'There are no words in this. Nothing was saved.')
  const metadata = { ...about.metadata, title }
  const used = new Set(assetIdsIn(doc))
  return {
    doc,
    parts: parts.length > 1 ? parts : [],
    metadata: { ...metadata, language: languageOf(text, metadata.language) },
    dropped: about.tally.dropped(),
    pictures: about.pictures.filter(({ id }) => used.has(id)),
  }
}

// Normal form drops empty blocks: what is counted must be what will stand.
function topsOf(blocks: readonly DocNode[]): readonly DocNode[] {
  const { content = [] } = normaliseDoc({ type: 'doc', content: blocks })
  const [only, ...others] = content
  return only?.type === 'paragraph' && !only.content && others.length === 0 ? [] : content
}

// A heading at the beginning, above all others, is the title; one of several of its level is a chapter.
function titleIn(content: readonly DocNode[]): string {
  const [first] = content
  const level = first?.type === 'heading' ? first.attrs?.level : undefined
  const equals = content.filter(({ type, attrs }) => type === 'heading' && attrs?.level === level)
  return first && level !== undefined && equals.length === 1 ? plain(first).slice(0, 500) : ''
}

// The title stands above the text anyway: a first heading that only repeats it is left out.
function withoutTitle(content: readonly DocNode[], title: string): readonly DocNode[] {
  const at = content.findIndex(({ type }) => type === 'heading')
  const heading = content[at]
  const isRepeated = at >= 0 && at < 3 && heading && same(plain(heading), title)
  const rest = isRepeated ? [...content.slice(0, at), ...content.slice(at + 1)] : content
  // A text that is its heading alone is a text.
  return rest.some((block) => hasWords(block)) ? rest : content
}

function hasWords(node: DocNode): boolean {
  return (node.text ?? '').trim() !== '' || (node.content ?? []).some(hasWords)
}

function plain(node: DocNode): string {
  return textblockText(node).replace(/\s+/g, ' ').trim()
}

function same(one: string, other: string): boolean {
  return one !== '' && one.localeCompare(other.trim(), undefined, { sensitivity: 'base' }) === 0
}
