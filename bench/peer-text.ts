// The article for the peer's page: the same blocks by the same renderer, without the attributes that only our page needs.

import { newId } from '@/lib/ids'
import { readingText, withSectionIds } from '@/lib/text/document'
import { readingFromMarkdown } from '@/lib/text/markdown'
import { renderReading } from '@/lib/text/render'
import type { PeerText } from './peer-server'
import { article } from './world'

/** The article's text and its HTML without any highlight. */
export function peerText(): PeerText {
  const doc = withSectionIds(readingFromMarkdown(article()), newId)
  const html = renderReading(doc, [])
    .map((section) => section.html)
    .join('')
    .replaceAll(/ data-[a-z-]+="[^"]*"/g, '')
  return { text: readingText(doc).text, html }
}
