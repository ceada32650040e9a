// Which elements end a line, and which hold nothing that belongs in a text.

import type { DroppedKind } from './converted'
import { attribute, type HtmlElement } from './html-tree'

const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i image ins kbd label mark nobr output q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

const WITHOUT_WORDS: ReadonlySet<string> = new Set(
  'area base col colgroup head link map meta param source style template title track'.split(' '),
)

const DROPPED: Readonly<Record<string, DroppedKind>> = {
  script: 'script',
  noscript: 'script',
  iframe: 'embedded',
  object: 'embedded',
  embed: 'embedded',
  applet: 'embedded',
  video: 'embedded',
  audio: 'embedded',
  canvas: 'drawing',
  select: 'form',
  textarea: 'form',
  button: 'form',
  dialog: 'hidden',
  nav: 'navigation',
}

const HIDDEN = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

/** Whether an element begins and ends a line of its own. What nobody knows does. */
export function isLineBreaking(tagName: string): boolean {
  return !INLINE.has(tagName)
}

/** What an element is left out as; `silently` for what never has words, null for what stays. */
export function dropsAs(element: HtmlElement): DroppedKind | 'silently' | null {
  const { tagName } = element
  if (WITHOUT_WORDS.has(tagName)) return 'silently'
  const kind = DROPPED[tagName]
  if (kind !== undefined) return kind
  if (attribute(element, 'ariaHidden') === 'true') return 'silently'
  if (attribute(element, 'hidden') !== null) return 'hidden'
  return HIDDEN.test(attribute(element, 'style') ?? '') ? 'hidden' : null
}
