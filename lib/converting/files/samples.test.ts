import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { counted } from '@/lib/converting/counted'
import { shownDoc } from '@/lib/testing/shown-doc'
import { convert } from './convert'

// Files that other programs wrote: see the README beside them.

async function read(name: string) {
  const bytes = new Uint8Array(readFileSync(new URL(`../samples/${name}`, import.meta.url)))
  const text = await convert(
    { kind: 'file', name, mediaType: '', bytes },
    { allowed: [], progress: () => {} },
  )
  return { ...text, shown: shownDoc(text.doc), counts: counted(text.doc, 'en') }
}

const STRUCTURED = [
  ['ferry-libreoffice.docx', 'docx', 1],
  ['ferry-pandoc.docx', 'docx', 1],
  ['ferry-pandoc.epub', 'epub', 1],
  ['ferry-pandoc.html', 'html', 0],
  ['ferry.md', 'markdown', 0],
] as const

describe('one essay in many forms', () => {
  it.each(STRUCTURED)('%s', async (name, form, pictures) => {
    const text = await read(name)
    expect(text.form).toBe(form)
    expect(text.metadata).toMatchObject({
      title: 'The Ferry at Low Water',
      authors: ['Ilse Brandt', 'Tomás Okoro'],
      language: 'en-GB',
    })
    expect(text.counts).toMatchObject({
      sections: 3,
      lists: 2,
      quotes: 1,
      tables: 1,
      code: 1,
      footnotes: 2,
    })
    expect(text.pictures).toHaveLength(pictures)
    expect(text.shown).toContain('h1(What the river kept)')
    expect(text.shown).toContain('drought.[1]<footnoteRef:1> After that')
    expect(text.shown).toContain(
      'footnote#1(p([1] The drought of that year is described in the parish register<italic>, fol.',
    )
    expect(text.shown).toContain(
      'li(p(The bridge came second:) ul(li(p(from the north bank,)) li(p(from the south bank.))))',
    )
    expect(text.shown).toContain('tr(td(p(Weir)) td(p(2.4)) td(p(0.9)))')
    expect(text.shown).toContain('council<link>')
  })

  it('ferry-libreoffice.html, which has neither quotes nor code of its own', async () => {
    const { counts, shown, form } = await read('ferry-libreoffice.html')
    expect(form).toBe('html')
    expect(counts).toMatchObject({ sections: 3, tables: 1, footnotes: 2 })
    expect(shown).toContain('drought.[1]<footnoteRef:1> After that')
  })

  it('formulas as TeX where the file has it, else in letters', async () => {
    expect((await read('ferry-pandoc.html')).shown).toContain(
      'The flow is Q = v \\cdot A<math>, and',
    )
    for (const name of ['ferry-pandoc.docx', 'ferry-libreoffice.docx']) {
      const { shown, dropped } = await read(name)
      expect(shown).toMatch(/The flow is Q ?= ?v ?⋅ ?A<math>, and/)
      expect(dropped).toEqual({})
    }
  })

  it('captions at their picture and their table', async () => {
    const { shown } = await read('ferry-libreoffice.docx')
    expect(shown).toContain('figure(image caption(The river at the mill))')
    expect(shown).toMatch(
      /figure\(table\(.*\) caption\(Depth of the river in the year of the drought\)\)/,
    )
  })
})

describe('PDF', () => {
  it('of LibreOffice: headings, paragraphs, raised signs, a word with a hyphen', async () => {
    const { shown, metadata, dropped } = await read('ferry-libreoffice.pdf')
    expect(metadata).toMatchObject({ title: 'The Ferry at Low Water', language: 'en-GB' })
    expect(shown).toContain('h2(What the river kept) p(The ferry ran twice a day')
    expect(shown).toContain('h3(The measurements)')
    expect(shown).toContain(
      'well-known patience was said to be the last thing in the valley that had not dried up.)',
    )
    expect(dropped).toEqual({ 'pdf-picture': 1 })
  })

  it('of Chromium: paragraphs across pages, without heads, numbers and hyphens at line ends', async () => {
    const { counts, dropped, shown } = await read('report-chromium.pdf')
    expect(counts).toMatchObject({ sections: 4, paragraphs: 20 })
    expect(dropped).toEqual({ 'running-head': 6, 'page-number': 6 })
    expect(shown).not.toMatch(/\p{L}- /u)
  })

  it.each([
    ['scan-chromium.pdf', 'scan'],
    ['locked-libreoffice.pdf', 'encrypted'],
  ])('%s is refused in words', async (name, code) => {
    await expect(read(name)).rejects.toMatchObject({ code })
  })
})

it('an EPUB of several chapters says where each begins', async () => {
  const { parts, doc, metadata } = await read('letters-pandoc.epub')
  expect(metadata).toMatchObject({
    title: 'Three Letters from the Weir',
    authors: ['Ada Lindqvist'],
    dated: '1908',
  })
  expect(parts.map(({ title }) => title)).toEqual([
    'The first letter',
    'The second letter',
    'The third letter',
  ])
  for (const { from, title } of parts) {
    expect(shownDoc({ type: 'doc', content: doc.content?.slice(from, from + 1) })).toBe(
      `h1(${title})`,
    )
  }
})
