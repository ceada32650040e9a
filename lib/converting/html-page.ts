// What is known of a page while it is converted.

import type { DocMark } from '@/lib/text/doc-node'
import type { StoredPicture, Tally } from './converted'
import type { Notes } from './html-notes'
import { attribute, type HtmlElement } from './html-tree'
import type { Sink } from './sink'

export type Page = {
  readonly notes: Notes
  /** By pictureSource. What is not here was not to be had. */
  readonly pictures: ReadonlyMap<string, StoredPicture>
  /** What addresses are relative to; null for a file from nowhere. */
  readonly base: string | null
  readonly tally: Tally
  /** Told how many characters more have been converted. */
  readonly passed?: (characters: number) => void
}

export type Scope = {
  readonly page: Page
  readonly sink: Sink
  readonly marks: readonly DocMark[]
}

/** Where the picture of an `img`, or of an `image` in a drawing, is, as it is written; null for none. Pages that load late write it beside a placeholder. */
export function pictureSource(element: HtmlElement): string | null {
  const late = attribute(element, 'dataSrc') ?? attribute(element, 'dataOriginal')
  const source =
    late ??
    attribute(element, 'src') ??
    attribute(element, 'xLinkHref') ??
    (element.tagName === 'image' ? attribute(element, 'href') : null)
  return source === null || source.trim() === '' ? null : source.trim()
}

/** Whether a picture is there to count readers, not to be seen. */
export function isBeacon(element: HtmlElement): boolean {
  return attribute(element, 'width') === '1' || attribute(element, 'height') === '1'
}
