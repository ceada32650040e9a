import { describe, expect, it } from 'vitest'
import { docxWith } from '@/lib/testing/factories/packed-texts'
import { shownDoc } from '@/lib/testing/shown-doc'
import { convert } from './convert'

// What Word writes and mammoth passes over: each a few lines of its own language, and what a reader of Word sees.

const t = (words: string) => `<w:t xml:space="preserve">${words}</w:t>`
const r = (words: string, properties = '') =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}${t(words)}</w:r>`
const p = (content: string, properties = '') =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${content}</w:p>`
const item = (words: string, level = 0, list = 1) =>
  p(r(words), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
const level = (at: number, format: string, label: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${label}"/>${more}</w:lvl>`
const lists = (...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`

async function read(body: string, parts: Readonly<Record<string, string>> = {}) {
  const bytes = await docxWith(body, parts)
  const source = { kind: 'file', name: 'a.docx', mediaType: '', bytes } as const
  const { doc, dropped } = await convert(source, { allowed: [], progress: () => {} })
  return { shown: shownDoc(doc), dropped }
}

type Case = readonly [
  name: string,
  body: string,
  shown: string,
  dropped?: Readonly<Record<string, number>>,
]

const box = (words: string) => `<w:txbxContent>${p(r(words))}</w:txbxContent>`
const shape = (words: string) =>
  `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box(words)}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`
const check = (state: string, sign = '') =>
  `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${state}"/></w14:checkbox></w:sdtPr><w:sdtContent>${sign && r(sign)}</w:sdtContent></w:sdt>`

const WORDS: readonly Case[] = [
  [
    'a simple field in a simple field',
    p(
      `${r('a ')}<w:fldSimple w:instr=" IF "><w:fldSimple w:instr=" REF x ">${r('b')}</w:fldSimple></w:fldSimple>${r(' c')}`,
    ),
    'p(a b c)',
  ],
  [
    'a simple field that is a link',
    p(`<w:fldSimple w:instr=" HYPERLINK &quot;https://x.org/&quot; ">${r('b')}</w:fldSimple>`),
    'p(b<link>)',
  ],
  [
    'a box that only new programs know',
    p(
      `<w:r>${t('a ')}<mc:AlternateContent><mc:Choice Requires="wps">${shape('b')}</mc:Choice></mc:AlternateContent></w:r>`,
    ),
    'p(a) p(b)',
  ],
  ['a box without any alternative', p(`<w:r>${t('a ')}${shape('b')}</w:r>`), 'p(a) p(b)'],
  [
    'a box whose old form is empty',
    p(
      `<w:r>${t('a ')}<mc:AlternateContent><mc:Choice Requires="wps">${shape('b')}</mc:Choice><mc:Fallback><w:pict><v:rect/></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
    'p(a) p(b)',
  ],
  [
    'a box of the old kind in an oval',
    p(`<w:r>${t('a ')}<w:pict><v:oval><v:textbox>${box('b')}</v:textbox></v:oval></w:pict></w:r>`),
    'p(a) p(b)',
  ],
  [
    'two boxes in one paragraph',
    p(`${r('a ')}<w:r>${shape('b')}</w:r><w:r>${shape('c')}</w:r>`),
    'p(a) p(b) p(c)',
  ],
  [
    'a drawing without words',
    p(`<w:r>${t('a')}<w:drawing><wp:inline/></w:drawing></w:r>`),
    'p(a)',
    { drawing: 1 },
  ],
  ['a ticked box without a sign of its own', p(`${check('1')}${r(' a')}`), 'p(☒ a)'],
  ['a tick of another shape', p(`${check('1', '✔')}${r(' a')}`), 'p(✔ a)'],
  [
    'a tick of an old form',
    p(
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${r(' a')}`,
    ),
    'p(☑ a)',
  ],
  [
    'an initial in the margin, bold',
    p(r('W', '<w:b/>'), '<w:framePr w:dropCap="margin"/>') + p(r('ords')),
    'p(W<bold>ords)',
  ],
  [
    'a frame that is no initial',
    p(r('W'), '<w:framePr w:dropCap="none"/>') + p(r('ords')),
    'p(W) p(ords)',
  ],
  [
    'a word with its reading',
    p(
      `<w:r><w:ruby><w:rt>${r('くさ')}</w:rt><w:rubyBase>${r('草')}</w:rubyBase></w:ruby></w:r>${r('を')}`,
    ),
    'p(草(くさ)を)',
  ],
  [
    'words that run the other way',
    p(`${r('a ')}<w:bdo w:val="rtl">${r('b')}</w:bdo><w:dir w:val="ltr">${r(' c')}</w:dir>`),
    'p(a b c)',
  ],
  [
    'changes that were tracked',
    p(
      `${r('a ')}<w:ins>${r('b ')}</w:ins><w:del><w:r><w:delText>c</w:delText></w:r></w:del><w:moveFrom>${r('d')}</w:moveFrom><w:moveTo>${r('d')}</w:moveTo>`,
    ),
    'p(a b d)',
    { deletion: 1 },
  ],
  [
    'comments, which are counted',
    p(`${r('a')}<w:r><w:commentReference w:id="1"/></w:r>`),
    'p(a)',
    { comment: 1 },
  ],
  [
    'words that Word hides',
    p(r('a') + r('b', '<w:vanish/>') + r('c', '<w:vanish w:val="0"/>')),
    'p(ac)',
    { hidden: 1 },
  ],
]

describe('words of a Word file that stand in unusual places', () => {
  for (const [name, body, shown, dropped = {}] of WORDS) {
    it(name, async () => {
      expect(await read(body)).toEqual({ shown, dropped })
    })
  }

  it('formulas and fields in footnotes', async () => {
    const notes = `<w:footnote w:id="2">${p(`${r('See ')}<w:fldSimple w:instr=" REF x ">${r('7')}</w:fldSimple>${r(' and ')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>`)}</w:footnote>`
    const { shown } = await read(p(`${r('a')}<w:r><w:footnoteReference w:id="2"/></w:r>`), {
      footnotes: notes,
    })
    expect(shown).toContain('[1] See 7 and x<math>')
  })
})

const NUMBERS: readonly (readonly [
  name: string,
  numbering: string,
  body: string,
  shown: string,
])[] = [
  [
    'go on behind a remark',
    lists(level(0, 'decimal', '%1.')),
    item('a') + p(r('b')) + item('c'),
    'ol(li(p(a))) p(b) ol@2(li(p(c)))',
  ],
  [
    'in letters and Roman digits, nested',
    lists(level(0, 'upperRoman', '%1.'), level(1, 'lowerLetter', '%2)')),
    item('a') + item('b', 1) + item('c', 1) + item('d'),
    'ol@1I(li(p(a) ol@1a(li(p(b)) li(p(c)))) li(p(d)))',
  ],
  [
    'of several levels become words',
    lists(level(0, 'decimal', '%1'), level(1, 'decimal', '%1.%2')),
    item('a') + item('b', 1) + item('c', 1) + item('d') + item('e', 1),
    'p(1 a) p(1.1 b) p(1.2 c) p(2 d) p(2.1 e)',
  ],
  [
    'of laws: § and ordinal digits',
    lists(level(0, 'decimal', '§ %1'), level(1, 'upperRoman', 'Part %2:')),
    item('a') + item('b', 1) + item('c'),
    'p(§ 1 a) p(Part I: b) p(§ 2 c)',
  ],
  [
    'legal: the levels above in digits',
    lists(level(0, 'upperRoman', 'Article %1.'), level(1, 'decimal', '%1.%2', '<w:isLgl/>')),
    item('a') + item('b') + item('c', 1),
    'p(Article I. a) p(Article II. b) p(2.1 c)',
  ],
  [
    'begun anew by a second list of the same kind',
    `${lists(level(0, 'decimal', '%1.'))}<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`,
    item('a') + item('b') + item('c', 0, 2) + item('d', 0, 2),
    'ol(li(p(a)) li(p(b))) ol@5(li(p(c)) li(p(d)))',
  ],
  [
    'counted together by a second list without a start of its own',
    `${lists(level(0, 'decimal', '%1.'))}<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>`,
    item('a') + p(r('b')) + item('c', 0, 2),
    'ol(li(p(a))) p(b) ol@2(li(p(c)))',
  ],
  [
    'that are not begun anew',
    lists(level(0, 'decimal', '%1.'), level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>')),
    item('a') + item('b', 1) + item('c') + item('d', 1),
    'ol(li(p(a) ol(li(p(b)))) li(p(c) ol@2(li(p(d)))))',
  ],
  [
    'in circles and in the digits of China',
    lists(level(0, 'chineseCounting', '%1、')),
    Array.from({ length: 11 }, (_, at) => item(`${at}`)).join(''),
    'p(一、 0) p(二、 1) p(三、 2) p(四、 3) p(五、 4) p(六、 5) p(七、 6) p(八、 7) p(九、 8) p(十、 9) p(十一、 10)',
  ],
  [
    'of the seventh level',
    lists(...Array.from({ length: 9 }, (_, at) => level(at, 'decimal', `%${at + 1}.`))),
    item('a', 6),
    'ol(li(p(a)))',
  ],
  [
    'bullets stay bullets',
    lists(level(0, 'bullet', '•')),
    item('a') + item('b'),
    'ul(li(p(a)) li(p(b)))',
  ],
]

describe('numbers of lists as Word shows them', () => {
  it.each(NUMBERS)('%s', async (_, numbering, body, shown) => {
    expect((await read(body, { numbering })).shown).toBe(shown)
  })

  it('those of headings, which a style gives', async () => {
    const heading = (id: number, more: string) =>
      `<w:style w:type="paragraph" w:styleId="Heading${id}"><w:name w:val="heading ${id}"/><w:pPr><w:numPr>${more}<w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
    const styles = heading(1, '') + heading(2, '<w:ilvl w:val="1"/>')
    const numbering = lists(
      level(0, 'decimal', '%1', '<w:pStyle w:val="Heading1"/>'),
      level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Heading2"/>'),
    )
    const h = (words: string, at: number) => p(r(words), `<w:pStyle w:val="Heading${at}"/>`)
    const body = h('a', 1) + p(r('x')) + h('b', 2) + p(r('y')) + h('c', 2) + h('d', 1)
    expect((await read(body, { numbering, styles })).shown).toBe(
      'h1(1 a) p(x) h2(1.1 b) p(y) h2(1.2 c) h1(2 d)',
    )
  })
})
