import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDoc } from './doc-arbitrary'
import { type DocNode, isTextblock, textblockText } from './doc-node'
import { readingText, sectionAt, sectionsOf, withSectionIds } from './document'
import { readingFromMarkdown } from './markdown'
import { normaliseText } from './normalise'
import { parseReadingDoc } from './reading-schema'

function textblocks(node: DocNode): DocNode[] {
  return isTextblock(node) ? [node] : (node.content ?? []).flatMap(textblocks)
}

describe('the text of a document', () => {
  it('is in normal form, and each block is its slice of it', () => {
    fc.assert(
      fc.property(anyDoc, (sent) => {
        const doc = parseReadingDoc(sent)
        const { text, blocks } = readingText(doc)
        expect(normaliseText(text)).toBe(text)
        expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(
          textblocks(doc)
            .map(textblockText)
            .filter((words) => words !== ''),
        )
        expect(blocks.map(({ index }) => index)).toEqual([...blocks.keys()])
      }),
      { numRuns: 300 },
    )
  })

  it('does not change when the document is sent again', () => {
    fc.assert(
      fc.property(anyDoc, (sent) => {
        const doc = parseReadingDoc(sent)
        expect(parseReadingDoc(JSON.parse(JSON.stringify(doc)))).toEqual(doc)
      }),
      { numRuns: 300 },
    )
  })

  it('says of each block what it is and where it hangs', () => {
    const doc = readingFromMarkdown(
      '# One\n\nTwo\n\n- Three\n- Four\n\n> Five\n\n| Six |\n|-----|\n\n```\n7\n```',
    )
    expect(readingText(doc).blocks.map(({ kind, top }) => [kind, top])).toEqual([
      ['heading', 0],
      ['paragraph', 1],
      ['item', 2],
      ['item', 2],
      ['quote', 3],
      ['cell', 4],
      ['code', 5],
    ])
  })

  it('counts a line break inside a paragraph as one newline', () => {
    expect(readingText(readingFromMarkdown('One  \ntwo\n\nthree')).text).toBe('One\ntwo\nthree')
  })

  it('puts an accent that stands in the next run into the run of its letter', () => {
    const content = [
      { type: 'text', text: 'caf' },
      { type: 'text', text: 'e', marks: [{ type: 'bold' }] },
      { type: 'text', text: '\u0301 noir' },
    ]
    const doc = parseReadingDoc({ type: 'doc', content: [{ type: 'paragraph', content }] })
    expect(doc.content?.[0]?.content?.map(({ text }) => text)).toEqual(['caf', 'é', ' noir'])
  })
})

describe('sections', () => {
  const markdown = 'Before.\n\n# A\n\nin a\n\n### B\n\n> # quoted\n\nin b\n\n# C'
  const doc = readingFromMarkdown(markdown)

  it('begin at headings, the opening where words stand before the first', () => {
    const { text } = readingText(doc)
    const seen = sectionsOf(doc).map(({ level, title, ordinal, start, end }) => [
      ordinal,
      level,
      title,
      text.slice(start, end),
    ])
    expect(seen).toEqual([
      [0, 0, 'Opening', 'Before.'],
      [1, 1, 'A', 'A\nin a'],
      [2, 3, 'B', 'B\nquoted\nin b'],
      [3, 1, 'C', 'C'],
    ])
  })

  it('have no opening where the text begins with a heading', () => {
    expect(sectionsOf(readingFromMarkdown('---\n\n# A\n\nb')).map(({ title }) => title)).toEqual([
      'A',
    ])
  })

  it('cover every place of the text', () => {
    fc.assert(
      fc.property(anyDoc, (sent) => {
        const whole = parseReadingDoc(sent)
        const { text, blocks } = readingText(whole)
        const sections = sectionsOf(whole, blocks)
        expect(sections[0]?.start).toBe(blocks[0]?.start)
        expect(sections.at(-1)?.end).toBe(blocks.at(-1)?.end)
        for (const [index, { end }] of sections.entries()) {
          expect(sections[index + 1]?.start ?? text.length + 1).toBe(end + 1)
        }
      }),
    )
  })

  it('are found by a place, a newline counting to what stands before it', () => {
    const sections = sectionsOf(doc)
    const { text } = readingText(doc)
    expect(sectionAt(sections, 0)?.title).toBe('Opening')
    expect(sectionAt(sections, text.indexOf('A') - 1)?.title).toBe('Opening')
    expect(sectionAt(sections, text.indexOf('in b'))?.title).toBe('B')
  })

  it('are given ids that stay, and no id twice', () => {
    let made = 0
    const newId = () => `0000000${++made}-0000-7000-8000-000000000000`
    const once = withSectionIds(doc, newId)
    const ids = sectionsOf(once).map(({ sectionId }) => sectionId)
    expect(ids).toEqual([
      null,
      '00000001-0000-7000-8000-000000000000',
      '00000002-0000-7000-8000-000000000000',
      '00000003-0000-7000-8000-000000000000',
    ])
    expect(withSectionIds(once, newId)).toEqual(once)
    const doubled = { ...once, content: [...(once.content ?? []), ...(once.content ?? [])] }
    const all = sectionsOf(withSectionIds(doubled, newId)).flatMap(
      ({ sectionId }) => sectionId ?? [],
    )
    expect(new Set(all).size).toBe(6)
    expect(parseReadingDoc(once)).toEqual(once)
  })
})
