// A page on the web: what of it is the article, its pictures fetched as the page itself was.

import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { type Converted, type Metadata, newTally, type Progress } from '@/lib/converting/converted'
import { blocksFromHtml } from '@/lib/converting/doc-from-html'
import { newPictureBox, picturesOf } from '@/lib/converting/files/pictures'
import { finished } from '@/lib/converting/finished'
import { passedOf } from '@/lib/converting/how-far'
import { notesIn } from '@/lib/converting/html-notes'
import { firstElement, type HtmlRoot, parseHtml, textOf } from '@/lib/converting/html-tree'
import { authorsFrom, dateFrom, metadataOf, oneLine } from '@/lib/converting/metadata'
import { PublicError } from '@/lib/errors'
import { fetchPublic } from './fetch-page'

const PICTURE_BYTES = 10 * 1024 * 1024
const PICTURE_MS = 10_000
const PICTURES_MS = 60_000
// Below this there is no article to be found, and the whole page is taken.
const ARTICLE_LETTERS = 200

/** A text from a fetched page, `html`; what it names is looked for from its address, `url`. */
export async function fromWebPage(
  { html, url }: { readonly html: string; readonly url: string },
  { allowed, progress }: { allowed: readonly string[]; progress: Progress },
): Promise<Converted> {
  const tally = newTally()
  const whole = parseHtml(html)
  const article = articleIn(html)
  const root = article ? parseHtml(article.html) : whole
  tally.drop('around-article', article ? Math.max(0, wordsIn(whole) - wordsIn(root)) : 0)
  const box = newPictureBox(tally)
  const late = Date.now() + PICTURES_MS
  const read = async (source: string) =>
    Date.now() > late || !URL.canParse(source, url)
      ? null
      : pictureAt(new URL(source, url).href, allowed)
  const pictures = await picturesOf(root, { box, tally, progress, read })
  const passed = passedOf(root, progress)
  const notes = notesIn(root)
  const blocks = blocksFromHtml(root, { notes, pictures, base: url, tally, passed })
  const metadata = withArticle(metadataOf(whole), article, url)
  return finished([{ title: '', blocks }], { metadata, tally, pictures: box.all() })
}

async function pictureAt(address: string, allowed: readonly string[]): Promise<Uint8Array | null> {
  try {
    const { bytes } = await fetchPublic(address, {
      allowed,
      most: PICTURE_BYTES,
      milliseconds: PICTURE_MS,
    })
    return bytes
  } catch (error) {
    // A page without one of its pictures is still a page; that it is missing is counted.
    if (error instanceof PublicError) return null
    throw error
  }
}

type Article = {
  readonly html: string
  readonly title: string
  readonly byline: string
  readonly dated: string
}

function articleIn(html: string): Article | null {
  const { document } = parseHTML(html)
  // Some hide a caption from screen readers, since it repeats the picture's description; it is no less a part of the text.
  for (const caption of document.querySelectorAll('figcaption[aria-hidden]')) {
    caption.removeAttribute('aria-hidden')
  }
  const found = document.body ? new Readability(document, { keepClasses: true }).parse() : null
  if (!found?.content || (found.textContent ?? '').trim().length < ARTICLE_LETTERS) return null
  return {
    html: found.content,
    title: found.title ?? '',
    byline: found.byline ?? '',
    dated: found.publishedTime ?? '',
  }
}

function withArticle(metadata: Metadata, article: Article | null, url: string): Metadata {
  const byline = (article?.byline ?? '').replace(/^\s*by\s+/i, '')
  return {
    ...metadata,
    title: metadata.title || oneLine(article?.title ?? ''),
    authors: metadata.authors.length > 0 ? metadata.authors : authorsFrom([byline]),
    dated: metadata.dated || dateFrom(article?.dated ?? ''),
    sourceUrl: url,
  }
}

function wordsIn(root: HtmlRoot): number {
  const body = firstElement(root, 'body')
  return body ? textOf(body).split(/\s+/).length : 0
}
