import { describe, expect, it } from 'vitest'
import { Malformed } from '@/lib/errors'
import { shownDoc } from '@/lib/testing/shown-doc'
import { normaliseDoc } from '@/lib/text/normalise-doc'
import { parseReadingDoc } from '@/lib/text/reading-schema'
import { newTally } from './converted'
import { blocksFromHtml } from './doc-from-html'
import { DROPPED, HTML } from './html.cases'
import { notesIn } from './html-notes'
import { parseHtml } from './html-tree'

function read(html: string) {
  const tally = newTally()
  const root = parseHtml(html)
  const page = { notes: notesIn(root), pictures: new Map(), base: null, tally }
  const doc = parseReadingDoc({ type: 'doc', content: blocksFromHtml(root, page) })
  return { doc, dropped: tally.dropped() }
}

describe('a page becomes a document', () => {
  it.each(HTML)('%s', (_, html, shown) => {
    expect(shownDoc(read(html).doc)).toBe(shown)
  })

  it('in normal form', () => {
    for (const [, html] of HTML) {
      const { doc } = read(html)
      expect(normaliseDoc(doc)).toEqual(doc)
    }
  })

  it.each(DROPPED)('and what is left out of it is counted: %s', (html, dropped) => {
    expect(read(html).dropped).toEqual(dropped)
  })

  it.each([
    ['divisions', '<div>'],
    ['emphasis', '<b><i>'],
    ['lists', '<ul><li>'],
    ['tables', '<table><tr><td>'],
  ])('unless %s are nested by the ten thousand', (_, open) => {
    expect(() => read(`${open.repeat(10_000)}x`)).toThrow(Malformed)
  })

  it('with the addresses of its links made whole', () => {
    const root = parseHtml('<p><a href="../b?c#d">x</a></p>')
    const page = {
      notes: notesIn(root),
      pictures: new Map(),
      base: 'https://x.org/a/a',
      tally: newTally(),
    }
    const [paragraph] = blocksFromHtml(root, page)
    expect(paragraph?.content?.[0]?.marks?.[0]?.attrs).toEqual({ href: 'https://x.org/b?c#d' })
  })
})
