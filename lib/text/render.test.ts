import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { API_PREFIX } from '@/lib/api/prefix'
import { PublicError } from '@/lib/errors'
import { anyDoc } from './doc-arbitrary'
import type { DocNode } from './doc-node'
import { readingText, sectionsOf } from './document'
import { postFromMarkdown, readingFromMarkdown } from './markdown'
import { parsePostDoc } from './post-schema'
import { parseReadingDoc } from './reading-schema'
import { renderPost, renderReading } from './render'
import { HOSTILE_DOCS, HOSTILE_MARKDOWN } from './render.cases'
import { type AnnotatedRange, type Segment, segmentsOf } from './segments'

const plain = { mine: false, private: false, resolved: false }
const htmlOf = (doc: DocNode, segments: readonly Segment[] = []) =>
  renderReading(doc, segments)
    .map(({ html }) => html)
    .join('')

describe('rendering a reading', () => {
  it('wraps each block with its offsets, and each segment in one mark outside all others', () => {
    const doc = readingFromMarkdown('One *two* [**three** four](https://example.org/) five.')
    const link = '<a href="https://example.org/" rel="noopener noreferrer nofollow ugc">'
    expect(htmlOf(doc, [{ start: 2, end: 15, level: 2, state: 'mine' }])).toBe(
      '<div class="para" data-block="0" data-start="0" data-end="24"><p data-start="0" data-end="24">On' +
        '<mark class="hl" data-level="2" data-state="mine" data-start="2" data-end="15">' +
        `e <em>two</em> ${link}<strong>three</strong> f</a></mark>${link}our</a> five.</p></div>`,
    )
  })

  it('cuts a segment at the borders of blocks, list items and cells', () => {
    const doc = readingFromMarkdown('One\n\n- two\n- three\n\n| a | b |\n|---|---|')
    const { text, blocks } = readingText(doc)
    const html = htmlOf(doc, [{ start: 1, end: text.length, level: 1, state: 'others' }])
    const marks = [...html.matchAll(/<mark[^>]*data-start="(\d+)" data-end="(\d+)">/g)]
    expect(marks.map(([, start, end]) => [Number(start), Number(end)])).toEqual(
      blocks.map(({ start, end }, index) => [index === 0 ? 1 : start, end]),
    )
  })

  it('gives the sections with their headings, the highest shown as the second', () => {
    const doc = readingFromMarkdown('Before\n\n### A\n\na\n\n---\n\n##### B')
    const sections = renderReading(doc, [])
    expect(sections.map(({ title, level }) => [title, level])).toEqual([
      ['Opening', 0],
      ['A', 3],
      ['B', 5],
    ])
    expect(sections[1]?.html).toMatch(/^<div[^>]*><h2[^>]*>A<\/h2>.*<hr\/><\/div>$/)
    expect(sections[2]?.html).toContain('<h3')
  })
})

describe('what learned texts need', () => {
  const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
  const words = (text: string, ...types: unknown[]) => ({ type: 'text', text, marks: types })
  const html = (...content: unknown[]) => htmlOf(parseReadingDoc({ type: 'doc', content }))

  it('shows a stored picture from this server, its caption as words of the text', () => {
    const src = 'ab'.repeat(32)
    const image = { type: 'image', attrs: { src, alt: 'A map', width: 640, height: 480 } }
    const caption = { type: 'caption', content: [words('The front in May')] }
    const doc = parseReadingDoc({
      type: 'doc',
      content: [{ type: 'figure', content: [image, caption] }],
    })
    expect(readingText(doc).text).toBe('The front in May')
    expect(readingText(doc).blocks.map(({ kind }) => kind)).toEqual(['caption'])
    expect(htmlOf(doc)).toContain(
      `<figure><img src="${API_PREFIX}/assets/${src}" alt="A map" width="640" height="480" loading="lazy"` +
        ' decoding="async"/><figcaption data-start="0" data-end="16">The front in May</figcaption></figure>',
    )
  })

  it('makes of a figure without a caption its picture, of one without a picture a paragraph', () => {
    const image = { type: 'image', attrs: { src: 'ab'.repeat(32) } }
    const caption = { type: 'caption', content: [words('Words')] }
    const types = (...content: unknown[]) =>
      parseReadingDoc({ type: 'doc', content: [{ type: 'figure', content }] }).content?.map(
        ({ type }) => type,
      )
    expect(types(image, { type: 'caption' })).toEqual(['image'])
    expect(types(caption)).toEqual(['paragraph'])
  })

  it('leads from a sign to its note and back to the first of its signs', () => {
    const doc = readingFromMarkdown('One.[^a] Two.[^a]\n\n[^a]: See *there*.')
    expect(readingText(doc).text).toBe('One.[a] Two.[a]\n[a] See there.')
    expect(readingText(doc).blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'footnote'])
    const rendered = htmlOf(doc, [{ start: 2, end: 5, level: 1, state: 'mine' }])
    const sign = '<a class="footnote-sign" role="doc-noteref" href="#footnote-1"'
    expect(rendered.split(sign)).toHaveLength(4)
    expect(rendered.split('id="footnote-sign-1"')).toHaveLength(2)
    expect(rendered).toContain('id="footnote-1"')
    expect(rendered).toContain('href="#footnote-sign-1" aria-label="Back to the text"')
  })

  it('keeps small letters, underlining and formulas as marks on words', () => {
    expect(
      html(
        paragraph(
          words('H'),
          words('2', { type: 'subscript' }),
          words('x', { type: 'superscript' }),
          words('u', { type: 'underline' }),
          words('a^2<b', { type: 'math' }),
        ),
      ),
    ).toContain('H<sub>2</sub><sup>x</sup><u>u</u><code data-math="inline">a^2&lt;b</code></p>')
  })
})

describe('a reading with highlights', () => {
  it('says in its elements just what the text says, marks or no marks', () => {
    const ranges = fc.array(
      fc.record({
        start: fc.nat(80),
        end: fc.nat(80),
        mine: fc.boolean(),
        private: fc.boolean(),
        resolved: fc.boolean(),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(anyDoc, ranges, (sent, all) => {
        const doc = parseReadingDoc(sent)
        const { text, blocks } = readingText(doc)
        const html = htmlOf(doc, segmentsOf(all))
        const said = [
          ...html.matchAll(
            /<(p|h\d|pre|figcaption) data-start="(\d+)" data-end="(\d+)"[^>]*>(.*?)<\/\1>/gs,
          ),
        ]
        expect(
          said.map(([, , start, end, words]) => [
            Number(start),
            Number(end),
            plainText(words ?? ''),
          ]),
        ).toEqual(blocks.map(({ start, end }) => [start, end, text.slice(start, end)]))
      }),
      { numRuns: 200 },
    )
  })

  it('draws ten thousand annotations of the article with less than 60 marks', () => {
    const doc = readingFromMarkdown(readFileSync('prisma/seed/article.md', 'utf8'))
    const { length } = readingText(doc).text
    const random = (n: number) => Math.abs(Math.sin(n) * 10_000) % 1
    const ranges = Array.from({ length: 10_000 }, (_, n): AnnotatedRange => {
      const start = Math.floor(random(n) * (length - 200))
      return { ...plain, start, end: start + 1 + Math.floor(random(n + 0.5) * 199) }
    })
    const marks = htmlOf(doc, segmentsOf(ranges)).split('<mark').length - 1
    expect(marks).toBeGreaterThanOrEqual(sectionsOf(doc).length)
    expect(marks).toBeLessThan(60)
  })
})

describe('hostile input', () => {
  it.each(HOSTILE_MARKDOWN)('of Markdown stays text: %j', (markdown) => {
    expectHarmless(htmlOf(readingFromMarkdown(markdown)))
    expectHarmless(renderPost(postFromMarkdown(markdown)))
  })

  it.each(HOSTILE_DOCS.map((doc) => [JSON.stringify(doc), doc]))(
    'of TipTap stays text: %s',
    (_, doc) => {
      expectHarmless(htmlOf(parseReadingDoc(doc)))
    },
  )

  it('of a mention stays text', () => {
    const mention = {
      type: 'mention',
      attrs: { id: '"><script>', label: '<img src=x onerror=alert(1)>' },
    }
    const doc = parsePostDoc({ type: 'doc', content: [{ type: 'paragraph', content: [mention] }] })
    expectHarmless(renderPost(doc))
  })

  const PAYLOADS = '../shared/data/payloads/xss'
  const skipped = existsSync(PAYLOADS) ? '' : ` (skipped: ${PAYLOADS} is not on this machine)`

  it.skipIf(skipped)(
    `from the collections of payloads stays text${skipped}`,
    () => {
      const strings = ['dompurify.jsonl', 'generated-url-schemes.jsonl']
        .flatMap(linesOf)
        .map(String)
      const pattern = readFileSync(`${PAYLOADS}/patt.txt`, 'utf8').split('\n')
      for (const payload of [...strings, ...pattern]) {
        rendered(() =>
          htmlOf(readingFromMarkdown(`${payload}\n\n[x](${payload})\n\n[x](<${payload}>)`)),
        )
      }
      for (const doc of linesOf('generated-tiptap-docs.jsonl')) {
        rendered(() => htmlOf(parseReadingDoc(doc)))
        rendered(() => renderPost(parsePostDoc(doc)))
      }
    },
    120_000,
  )

  function linesOf(file: string): unknown[] {
    const lines = readFileSync(`${PAYLOADS}/${file}`, 'utf8').split('\n')
    return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line))
  }
})

/** Harmless, or refused in words for people. */
function rendered(render: () => string): void {
  try {
    expectHarmless(render())
  } catch (error) {
    if (!(error instanceof PublicError)) throw error
  }
}

const TAGS =
  /^(?:div|p|h[1-6]|ul|ol|li|blockquote|pre|code|table|tbody|tr|th|td|hr|br|strong|em|s|u|sub|sup|a|mark|span|img|figure|figcaption)$/
const ATTRIBUTES =
  /^(?:class|href|rel|start|colspan|rowspan|data-[a-z-]+|src|alt|title|width|height|loading|decoding|id|role|aria-label)$/

/** Every tag and attribute is one that we write; every link leads where links may. */
function expectHarmless(html: string): void {
  const rest = html.replace(
    /<(\/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)\/?>/g,
    (_, __, tag, attributes) => {
      expect(tag).toMatch(TAGS)
      for (const [, name = '', value = ''] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
        expect(name).toMatch(ATTRIBUTES)
        if (name === 'src') expect(value).toMatch(/^\/api\/v1\/assets\/[0-9a-f]{64}$/)
        if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/|mailto:|#)/)
      }
      return ''
    },
  )
  expect(rest).not.toMatch(/[<>]/)
}

function plainText(html: string): string {
  return html
    .replace(/<br\/>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
