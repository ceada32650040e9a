import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bookOf, epubWith } from '@/lib/testing/factories/packed-texts'
import { picturePixel } from '@/lib/testing/factories/picture-bytes'
import { shownDoc } from '@/lib/testing/shown-doc'
import { convert } from './convert'

// Small files, each of which stands for a kind that is easily read wrong: see the README beside them.

async function read(bytes: Uint8Array<ArrayBuffer>, name: string) {
  const source = { kind: 'file', name, mediaType: '', bytes } as const
  const text = await convert(source, { allowed: [], progress: () => {} })
  return { ...text, shown: shownDoc(text.doc) }
}

function sample(name: string) {
  const path = new URL(`../samples/kinds/${name}`, import.meta.url)
  return read(new Uint8Array(readFileSync(path)), name)
}

const repeated = (words: string, times: number) => Array(times).fill(`p(${words})`).join(' ')

const KINDS: readonly (readonly [
  name: string,
  shown: string,
  dropped?: Readonly<Record<string, number>>,
])[] = [
  [
    'alttext.html',
    'p(Let x=2<math> hold.) p(Over: x̄<math> root: ³√(x)<math> under: ∑_1^n k<math> fenced: (a,b)<math> matrix: 1, 2<math>)',
  ],
  [
    'ul-loose.html',
    'p(Before.) p(Loose words, as old pages have them<italic>, right in a list.) ul(li(p(Head of the list)) li(p(item))) p(After.)',
  ],
  ['ruby.html', 'p(草枕(くさまくら)を読む。)'],
  ['big5.txt', repeated('這是一個中文文本，使用舊的編碼。', 6)],
  ['sjis.txt', repeated('これは日本語の文章です。文字コードはシフトJISです。', 6)],
  ['utf16le-nobom.txt', repeated('Words in UTF-16 without a mark.', 5)],
  ['checkbox.docx', 'p(☒ Agreed) p(☐ Refused)'],
  ['document2.docx', 'p(Words in a part that is called document2.)'],
  ['dropcap.docx', 'p(Drop caps begin many chapters.)'],
  ['fldsimple.docx', 'p(See Table 7 and Acme Limited below.)'],
  ['heading-only.docx', 'h1(Only a heading)'],
  [
    'numbering.docx',
    'ol(li(p(first)) li(p(second))) p(A remark between.) ol@3(li(p(third, numbered 3 in Word) ol@1a(li(p(under it (a)))))) p(Another remark.) ol@10(li(p(numbered 10 in Word)))',
  ],
  [
    'omml.docx',
    'p(Binomial: (1+x)^n<math>) p(Sum: ∑_(k=1)^n k<math>) p(Integral: ∫_0^1 xdx<math>) p(Absolute: |x|<math>) p(Cube root: ³√(x)<math>) p(Mean: x̄<math>) p(Vector: v⃗<math>) p(Matrix: (1, 2; 3, 4)<math>) p(Limit: lim_(n→∞) f<math>) code(a=b) code(c=d)',
  ],
  ['textbox-both.docx', 'p(Before.) p(Words in a box)'],
  ['trailing-byte.docx', 'p(Kept inserted end.)', { deletion: 1 }],
  ['cp1251.epub', 'h1(Глава) p(Слова главы в старой кодировке.)'],
  ['doctype-subset.epub', 'h1(One) p(Printed by Some House in Avignon.)'],
  [
    'nav-landmarks.epub',
    'h1(Chapter one) p(Words of the first chapter.) p(Words of its second file, which no entry of the contents names.)',
  ],
  ['opf-prefix.epub', 'h1(One) p(Words of the chapter.)'],
  ['svg-image.epub', 'h1(One) p(Words.) image p(After the picture.)'],
  [
    'toc-backlinks.epub',
    'h1(Contents) p(The Sun-seeker goes abroad) p(Rinks and skaters) h2(The Sun-seeker goes abroad) p(Words of the first chapter.) h2(Rinks and skaters) p(Words of the second chapter.)',
    { 'inner-link': 4 },
  ],
]

describe('a file of a kind that is easily read wrong', () => {
  for (const [name, shown, dropped = {}] of KINDS) {
    it(name, async () => {
      const text = await sample(name)
      expect(text.shown).toBe(shown)
      expect(text.dropped).toEqual(dropped)
    })
  }

  it('cp1251.txt, and what was guessed is told with a few of its words', async () => {
    const { shown, guess } = await sample('cp1251.txt')
    expect(shown).toMatch(/^p\(Привет, мир\. Это обычный русский текст в старой кодировке\./)
    expect(guess).toMatchObject({ encoding: 'windows-1251' })
    expect(guess?.sample).toMatch(/^Привет, мир\./)
  })
})

const link = (href: string, words: string) => `<li><a href="${href}">${words}</a></li>`
const nav = (lists: string) => `<html xmlns:epub="x"><body>${lists}</body></html>`
const toc = (...entries: string[]) => `<nav epub:type="toc"><ol>${entries.join('')}</ol></nav>`
const ncx = (points: string) =>
  `<ncx><navMap>${points}</navMap><pageList><pageTarget><navLabel><text>9</text></navLabel><content src="b.xhtml"/></pageTarget></pageList></ncx>`
const point = (src: string, words: string, inner = '') =>
  `<navPoint><navLabel><text>${words}</text></navLabel><content src="${src}"/>${inner}</navPoint>`
const NAV = '<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
const NCX = '<item id="x" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'

describe('chapters of a book', () => {
  const files = { 'a.xhtml': '<p>a</p>', 'b.xhtml': '<p>b</p>', 'c.xhtml': '<p>c</p>' }
  const titles = async (made: Promise<Uint8Array<ArrayBuffer>>) =>
    (await read(await made, 'a.epub')).parts.map(({ title }) => title)

  it.each([
    [
      'by the table of the third kind, nested',
      NAV,
      {
        'OPS/nav.xhtml': nav(
          toc(`<li><a href="a.xhtml">One</a><ol>${link('c.xhtml', 'Two')}</ol></li>`),
        ),
      },
      ['One', 'Two'],
    ],
    [
      'by the table of the second kind, not by its list of pages',
      NCX,
      { 'OPS/toc.ncx': ncx(point('a.xhtml', 'One') + point('c.xhtml#x', 'Two')) },
      ['One', 'Two'],
    ],
    [
      'of the second kind, nested',
      NCX,
      { 'OPS/toc.ncx': ncx(point('a.xhtml', 'One', point('b.xhtml', 'Two'))) },
      ['One', 'Two'],
    ],
    [
      'by the newer table where there are both',
      NCX + NAV,
      {
        'OPS/toc.ncx': ncx(point('a.xhtml', 'Old') + point('b.xhtml', 'Old too')),
        'OPS/nav.xhtml': nav(toc(link('a.xhtml', 'New'), link('c.xhtml', 'New too'))),
      },
      ['New', 'New too'],
    ],
    [
      'by a table whose prefix is another',
      NCX,
      {
        'OPS/toc.ncx': `<n:ncx xmlns:n="y"><n:navMap><n:navPoint><n:navLabel><n:text>One</n:text></n:navLabel><n:content src="a.xhtml"/></n:navPoint><n:navPoint><n:navLabel><n:text>Two</n:text></n:navLabel><n:content src="b.xhtml"/></n:navPoint></n:navMap></n:ncx>`,
      },
      ['One', 'Two'],
    ],
    ['one a file where there is no table', '', {}, ['Untitled', 'Untitled', 'Untitled']],
  ])('%s', async (_, items, more, expected) => {
    expect(await titles(bookOf(files, { items, more }))).toEqual(expected)
  })

  it('what a file that no reader knows stands for', async () => {
    const items =
      '<item id="p" href="p.pdf" media-type="application/pdf" fallback="q"/><item id="q" href="q.xhtml" media-type="application/xhtml+xml"/>'
    const made = await bookOf(
      { 'a.xhtml': '<p>a</p>' },
      {
        items,
        more: { 'OPS/q.xhtml': '<html><body><p>instead</p></body></html>', 'OPS/p.pdf': '' },
      },
    )
    const other = Buffer.from(made)
    expect((await read(new Uint8Array(other), 'a.epub')).shown).toBe('p(a)')
  })
})

describe('words that a book defines for itself', () => {
  it.each([
    ['that stand for others', '<!ENTITY a "A &b;"><!ENTITY b "B">', '&a;', 'A B'],
    ['that hold elements', '<!ENTITY a "x<i>y</i>">', '&a;', 'xy<italic>'],
    ['in single quotes, with a closing sign', "<!ENTITY a 'one > two'>", '&a;', 'one > two'],
    ['that stand for themselves stay letters', '<!ENTITY a "&b;"><!ENTITY b "&a;">', '&a;', '&a;'],
    ['that name a file stay letters', '<!ENTITY a SYSTEM "file:///etc/passwd">', '&a;', '&a;'],
    [
      'that grow without end stay letters',
      `<!ENTITY l0 "lol">${Array.from({ length: 20 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')}`,
      '&l20;',
      '&l20;',
    ],
  ])('%s', async (_, subset, written, shown) => {
    const chapter = `<?xml version="1.0"?><!-- a --><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x" [${subset}]><html><body><p>${written}</p></body></html>`
    const made = await epubWith('', { 'OPS/a.xhtml': chapter })
    expect((await read(made, 'a.epub')).shown).toBe(`p(${shown})`)
  })
})

describe('pictures in drawings of a book', () => {
  it.each([
    ['by the old reference', '<svg><image xlink:href="p.png"/></svg>'],
    ['by the new one', '<svg><image href="p.png"/></svg>'],
    ['in a group', '<svg><g><image xlink:href="p.png"/></g></svg>'],
  ])('%s', async (_, drawing) => {
    const made = await epubWith(`<p>a</p><div>${drawing}</div>`, {
      'OPS/p.png': Buffer.from(picturePixel()),
    })
    const { shown, dropped } = await read(made, 'a.epub')
    expect(shown).toBe('p(a) image')
    expect(dropped).toEqual({})
  })
})
