import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type PdfSheet, type PdfWords, pdfOf } from '@/lib/testing/factories/pdf-text'
import { shownDoc } from '@/lib/testing/shown-doc'
import { convert } from './convert'

async function read(bytes: Uint8Array<ArrayBuffer>) {
  const source = { kind: 'file', name: 'a.pdf', mediaType: '', bytes } as const
  const text = await convert(source, { allowed: [], progress: () => {} })
  return { ...text, shown: shownDoc(text.doc) }
}

const sample = (name: string) =>
  read(new Uint8Array(readFileSync(new URL(`../samples/kinds/${name}`, import.meta.url))))

const pages = (...sheets: readonly PdfWords[][]) => read(pdfOf(sheets.map((words) => ({ words }))))

describe('a PDF of a kind that is easily read wrong', () => {
  it('cropbox.pdf: heads go where they repeat, nothing of the text', async () => {
    const { shown, dropped } = await sample('cropbox.pdf')
    for (let page = 1; page <= 6; page++) {
      for (let line = 0; line < 12; line++)
        expect(shown).toContain(`Body line ${line} of page ${page} `)
    }
    expect(shown).not.toContain('CLOCKMAKERS')
    expect(dropped).toEqual({ 'running-head': 6, 'page-number': 6 })
  })

  it('footnote-columns.pdf: columns in order, sentences across them, the note behind', async () => {
    const { shown } = await sample('footnote-columns.pdf')
    expect(shown).toContain('whence it was bound for the islands.) p(A second column stands')
    expect(shown).toContain(
      'soon after the take-off from the airport, for reasons that nobody knows.)',
    )
    expect(shown).toMatch(/footnote#null\(p\(1 Preliminary report of the committee, [^)]*\)\)$/)
  })

  it('hyphens.pdf: whose hyphen it is, and accents that stand apart', async () => {
    const { shown, dropped } = await sample('hyphens.pdf')
    for (const words of ['TraceMonkey,', '2018–23–51,', 'North-South', 'naïve', 'König']) {
      expect(shown).toContain(` ${words} `)
    }
    expect(dropped).toEqual({ 'joined-word': 1 })
  })

  it('rotate-mixed.pdf: a turned page is read', async () => {
    const { shown, dropped } = await sample('rotate-mixed.pdf')
    expect(shown).toContain(
      'Line 5 of an ordinary page that stands before it.) p(Line 0 of a landscape',
    )
    expect(shown).toContain('Line 5 of a landscape page, upright for whoever reads it.)')
    expect(dropped).toEqual({})
  })

  it('running-heads-wide-margin.pdf: heads far from the edge go, the sentence runs on', async () => {
    const { shown, dropped } = await sample('running-heads-wide-margin.pdf')
    expect(shown).not.toMatch(/INTRODUCTION|FREE CULTURE/)
    expect(shown.match(/commercial cre-The first sentence/g)).toHaveLength(5)
    expect(dropped).toEqual({ 'running-head': 6 })
  })

  it('two-line-title.pdf: one heading, here the title', async () => {
    const { metadata, counts } = await sample('two-line-title.pdf').then((text) => ({
      ...text,
      counts: text.doc.content?.filter(({ type }) => type === 'heading').length,
    }))
    expect(metadata.title).toBe('A long title of a treatise that takes more than a single line')
    expect(counts).toBe(0)
  })

  it.each([
    [
      'rtl-chromium.pdf',
      'p(زبان Python من و R برای تحلیل داده ها است.) p(تاریخ: 1403/09/19 و شماره 25-30 است.) p(قیمت 4,750.5 دلار و 50% تخفیف (سال 2024) بود.)',
    ],
    [
      'hebrew-chromium.pdf',
      'p(שפת Python ו־R מתאימה לניתוח (נתונים), בשנת 2024 ובעמודים 25-30 של הספר.) p(המחיר 4,750.5 דולר ועוד 50% הנחה.)',
    ],
    [
      'arabic-chromium.pdf',
      'p(يولد جميع الناس أحراراً متساوين في الكرامة والحقوق، وقد وهبوا عقلاً وضميراً وعليهم أن يعامل بعضهم بعضاً بروح الإخاء.) p(كتب Open Data Kit في سنة 1998 (الطبعة 2) عن «النص».)',
    ],
    [
      'leftward-words-chromium.pdf',
      'p(The word שלום עולם means peace to the world, and كتاب جديد is a new book.)',
    ],
  ])('%s: letters as they are read', async (name, shown) => {
    expect((await sample(name)).shown).toBe(shown)
  })
})

const LINE = 'words of a line that is long enough to be one of a text'
const lines = (count: number, from: Partial<PdfWords> = {}): PdfWords[] =>
  Array.from({ length: count }, (_, at) => ({
    text: `${at} ${LINE}`,
    x: 72,
    y: 700 - at * 13,
    ...from,
  }))

describe('pages that are turned', () => {
  const turned = (quarter: 0 | 1 | 2 | 3): PdfWords[] =>
    [0, 1, 2].map((at) => {
      const along = 300 + at * 14
      const places = [
        { x: 72, y: 700 - at * 14 },
        { x: along, y: 72 },
        { x: 540, y: along },
        { x: 612 - along, y: 720 },
      ]
      return { text: `${at} ${LINE}`, quarter, ...(places[quarter] ?? { x: 0, y: 0 }) }
    })
  const expected = `p(0 ${LINE} 1 ${LINE} 2 ${LINE})`

  it.each([1, 2, 3] as const)('by their words alone, %i quarters', async (quarter) => {
    expect((await pages(turned(quarter))).shown).toBe(expected)
  })

  it.each([
    [90, 1],
    [180, 2],
    [270, 3],
  ] as const)('by what the page says, %i', async (rotate, quarter) => {
    const sheet: PdfSheet = { words: turned(quarter), rotate }
    expect((await read(pdfOf([sheet]))).shown).toBe(expected)
  })

  it('but a stamp in the margin is left out and counted', async () => {
    const stamp: PdfWords = { text: 'arXiv of today', x: 20, y: 300, quarter: 1 }
    const { shown, dropped } = await pages([...turned(0), stamp])
    expect(shown).toBe(expected)
    expect(dropped).toEqual({ turned: 3 })
  })
})

describe('what repeats on pages', () => {
  const page = (number: number, more: readonly PdfWords[]) => [
    ...more,
    ...lines(6, {}).map((line) => ({ ...line, text: `${line.text} ${number}` })),
  ]

  it('heads far from the edge, with Roman numbers', async () => {
    const heads = ['ii', 'iii', 'iv'].map((number) => ({
      text: `THE BOOK ${number}`,
      x: 200,
      y: 730,
      size: 8,
    }))
    const { shown, dropped } = await pages(...heads.map((head, at) => page(at, [head])))
    expect(shown).not.toContain('THE BOOK')
    expect(dropped).toEqual({ 'running-head': 3 })
  })

  it('a title that stands apart on one page stays', async () => {
    const { metadata } = await pages(
      page(1, [{ text: 'CHAPTER', x: 200, y: 740, size: 14 }]),
      page(2, []),
    )
    expect(metadata.title).toBe('CHAPTER')
  })

  it('first lines that begin alike stay', async () => {
    const { dropped } = await pages(page(1, []), page(2, []), page(3, []), page(4, []))
    expect(dropped).toEqual({})
  })
})

describe('columns', () => {
  const column = (side: 'left' | 'right'): PdfWords[] =>
    Array.from({ length: 8 }, (_, at) => ({
      text: `${side} line ${at} with words to fill its column,`,
      x: side === 'left' ? 60 : 320,
      y: 700 - at * 13,
      size: 11,
    }))
  const across = column('left').flatMap((line, at) => [line, column('right')[at] ?? line])

  it.each([
    ['written one after the other', [...column('left'), ...column('right')]],
    ['written across the page', across],
  ])('%s', async (_, words) => {
    const { shown } = await pages(words)
    const order = [...shown.matchAll(/(left|right) line (\d)/g)].map(
      ([, side, at]) => `${side}${at}`,
    )
    expect(order).toEqual(
      ['left', 'right'].flatMap((side) => Array.from({ length: 8 }, (_, at) => `${side}${at}`)),
    )
  })

  it('cells of a table stay in their rows', async () => {
    const cells = Array.from({ length: 8 }, (_, at) => [
      { text: `name ${at}`, x: 60, y: 700 - at * 13 },
      { text: `${at}.5`, x: 320, y: 700 - at * 13 },
    ]).flat()
    const { shown } = await pages(cells)
    expect(shown.indexOf('0.5')).toBeLessThan(shown.indexOf('name 1'))
  })
})

describe('hyphens and dashes at the end of a line', () => {
  const joined = async (first: string, second: string, more = '') => {
    const { shown } = await pages([
      { text: `There is the word ${first}`, x: 72, y: 700 },
      { text: `${second} in the text${more}`, x: 72, y: 687 },
    ])
    return shown
  }
  it.each([
    ['prom-', 'ise', '', 'promise'],
    ['well-', 'known', ' and well-known', 'well-known'],
    ['Post-', 'Soviet', '', 'Post-Soviet'],
    ['Anglo-', 'Saxon', '', 'Anglo-Saxon'],
    ['Web-', 'Kit', ' as WebKit', 'WebKit'],
    ['Smith-', 'Jones', ' of Smith-Jones', 'Smith-Jones'],
    ['CD-', 'ROM', '', 'CD-ROM'],
    ['1914–', '18', '', '1914–18'],
    ['COVID-', '19', '', 'COVID-19'],
    ['end—', 'and', '', 'end—and'],
    ['end –', 'and', '', 'end – and'],
  ])('%s %s', async (first, second, more, whole) => {
    expect(await joined(first, second, more)).toContain(`the word ${whole} in the text`)
  })

  it('accents behind their letters', async () => {
    const { shown } = await pages([
      { text: 'Der Ko¨nig tra¨gt u¨berall die Krone.', x: 72, y: 700 },
    ])
    expect(shown).toBe('p(Der König trägt überall die Krone.)')
  })

  it('bold letters that are printed twice are one', async () => {
    const word = { text: 'Once upon a time there was a word.', x: 72, y: 700 }
    expect((await pages([word, { ...word, x: 72.4 }])).shown).toBe(`p(${word.text})`)
  })
})
