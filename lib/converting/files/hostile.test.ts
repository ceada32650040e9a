import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PublicError } from '@/lib/errors'
import {
  EPUB_CONTAINER as CONTAINER,
  wordFileOf as docx,
  epubWith as epub,
  zipOf as zip,
} from '@/lib/testing/factories/packed-texts'
import { picturePixel } from '@/lib/testing/factories/picture-bytes'
import { shownDoc } from '@/lib/testing/shown-doc'
import { convert } from './convert'

const sample = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../samples/${name}`, import.meta.url)))

const read = (bytes: Uint8Array<ArrayBuffer>, name = 'a file') =>
  convert({ kind: 'file', name, mediaType: '', bytes }, { allowed: [], progress: () => {} })

const text = (words: string) => new Uint8Array(Buffer.from(words))

/** The same archive with every name of one file replaced by another of the same length. */
function renamed(bytes: Uint8Array<ArrayBuffer>, from: string, to: string) {
  return new Uint8Array(
    Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1'),
  )
}

const FILES: readonly (readonly [
  string,
  string,
  () => Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>,
])[] = [
  ['nothing', 'empty-file', () => text('')],
  ['white space', 'empty-text', () => text(' \n\n ')],
  [
    'random bytes',
    'not-text',
    () => new Uint8Array(Array.from({ length: 4_000 }, (_, n) => (n * 7919) % 256)),
  ],
  ['a picture', 'wrong-type', () => picturePixel()],
  [
    'a drawing with script',
    'wrong-type',
    () => text('<?xml version="1.0"?><svg onload="alert(1)"><text>a</text></svg>'),
  ],
  [
    'an old Word file',
    'wrong-type',
    () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Array(600).fill(0)]),
  ],
  ['RTF', 'wrong-type', () => text('{\\rtf1 a}')],
  ['an archive of something else', 'wrong-type', () => zip({ 'a.txt': 'a' })],
  [
    'OpenDocument',
    'wrong-type',
    () => zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': 'a' }),
  ],
  ['a DOCX that breaks off', 'broken', () => sample('ferry-pandoc.docx').slice(0, 9_000)],
  ['an EPUB that breaks off', 'broken', () => sample('letters-pandoc.epub').slice(0, 3_000)],
  ['a PDF that is only its name', 'broken', () => text('%PDF-1.7\nand nothing else')],
  ['a DOCX with a broken document', 'broken', () => docx('<w:document><w:body><w:p>')],
  [
    'an EPUB without a list of chapters',
    'broken',
    () => zip({ 'META-INF/container.xml': CONTAINER }),
  ],
  [
    'an EPUB that names a file outside of itself',
    'empty-text',
    () => epub('', {}, '../../../../etc/passwd'),
  ],
  [
    'an archive with a path that leads outside',
    'zip-unsafe',
    async () =>
      renamed(await epub('a', { 'OPS/xx/xx/passwd': 'x' }), 'OPS/xx/xx/passwd', '../../etc/passwd'),
  ],
  [
    'an archive that unpacks to much more',
    'zip-too-large',
    () => epub('a', { 'OPS/b.xhtml': Buffer.alloc(30_000_000) }),
  ],
  [
    'a DOCX whose sizes are a lie',
    'broken',
    async () => {
      const bytes = Buffer.from(await docx(`<a>${' '.repeat(900_000)}</a>`))
      // In the central directory: the size that the document is said to have once it is unpacked.
      const at = bytes.lastIndexOf('word/document.xml') - 46 + 24
      bytes.writeUInt32LE(900, at)
      return new Uint8Array(bytes)
    },
  ],
  [
    'HTML nested by the hundred thousand',
    'html-too-deep',
    () => text(`<html>${'<div>'.repeat(100_000)}a`),
  ],
]

describe('a hostile or broken file ends in a clear error', () => {
  it.each(FILES)('%s', async (_, code, make) => {
    const error: unknown = await read(await make()).then(
      () => null,
      (refusal: unknown) => refusal,
    )
    expect(error).toBeInstanceOf(PublicError)
    expect(error).toMatchObject({ code })
  })
})

describe('what is hostile inside of a text is left out', () => {
  it('entities that name files or themselves stay letters', async () => {
    const chapter =
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&b;&b;&b;">]><p>before &a; &b; after</p>'
    const { doc } = await read(await epub(chapter))
    expect(shownDoc(doc)).toContain('before &a; &b; after')
    expect(JSON.stringify(doc)).not.toContain('root:')
  })

  it('script, event handlers and drawings of a book', async () => {
    const { doc, dropped, pictures } = await read(
      await epub(
        '<p onclick="alert(1)">words<script>alert(1)</script><img src="a.svg"/><img src="../../../../etc/passwd"/></p>',
        { 'OPS/a.svg': '<svg onload="alert(1)"/>' },
      ),
    )
    expect(shownDoc(doc)).toBe('p(words)')
    expect(dropped).toEqual({ script: 1, 'picture-kind': 1, 'picture-missing': 1 })
    expect(pictures).toEqual([])
  })

  it('a picture of a book is kept by what it is, its caption with it', async () => {
    const { doc, pictures } = await read(
      await epub('<figure><img src="a%20b.png" alt="A"/><figcaption>C</figcaption></figure>', {
        'OPS/a b.png': Buffer.from(picturePixel()),
      }),
    )
    expect(shownDoc(doc)).toBe('figure(image caption(C))')
    expect(pictures).toMatchObject([{ mediaType: 'image/png', width: 1, height: 1 }])
  })
})

describe('the title of a text that does not say it', () => {
  it.each([
    [
      'is a heading above all others, which does not stand twice',
      '# The Weir\n\nWords.\n\n## One',
      'The Weir',
      'p(Words.) h2(One)',
    ],
    [
      'is not the first of its chapters',
      '# One\n\nWords.\n\n# Two\n\nMore.',
      '',
      'h1(One) p(Words.) h1(Two) p(More.)',
    ],
    ['is not a heading further down', 'Words.\n\n# One', '', 'p(Words.) h1(One)'],
  ])('%s', async (_, markdown, title, shown) => {
    const { metadata, doc } = await read(text(markdown), 'a.md')
    expect(metadata.title).toBe(title)
    expect(shownDoc(doc)).toBe(shown)
  })
})
