import { expect, it } from 'vitest'
import { docxWith } from '@/lib/testing/factories/packed-texts'
import { shownDoc } from '@/lib/testing/shown-doc'
import { convert } from './convert'

const m = (words: string) => `<m:r><m:t>${words}</m:t></m:r>`
const e = (content: string, name = 'e') => `<m:${name}>${content}</m:${name}>`

const FORMULAS: readonly (readonly [name: string, formula: string, said: string])[] = [
  ['a fraction', `<m:f>${e(m('a+b'), 'num')}${e(m('2'), 'den')}</m:f>`, '(a+b)/(2)'],
  [
    'a fraction to a power',
    `<m:sSup>${e(`<m:f>${e(m('a'), 'num')}${e(m('b'), 'den')}</m:f>`)}${e(m('2'), 'sup')}</m:sSup>`,
    '((a)/(b))^2',
  ],
  [
    'a binomial',
    `<m:d>${e(`<m:f><m:fPr><m:type m:val="noBar"/></m:fPr>${e(m('n'), 'num')}${e(m('k'), 'den')}</m:f>`)}</m:d>`,
    '((n choose k))',
  ],
  [
    'powers and indices',
    `<m:sSubSup>${e(m('x'))}${e(m('i+1'), 'sub')}${e(m('2'), 'sup')}</m:sSubSup>`,
    'x_(i+1)^2',
  ],
  [
    'scripts before',
    `<m:sPre>${e(m('6'), 'sub')}${e(m('12'), 'sup')}${e(m('C'))}</m:sPre>`,
    '_6^12C',
  ],
  [
    'a product under and over',
    `<m:nary><m:naryPr><m:chr m:val="∏"/><m:limLoc m:val="undOvr"/></m:naryPr>${e(m('i=1'), 'sub')}${e(m('n'), 'sup')}${e(m('x'))}</m:nary>`,
    '∏_(i=1)^n x',
  ],
  [
    'an integral without bounds',
    `<m:nary><m:naryPr><m:subHide m:val="1"/><m:supHide m:val="on"/></m:naryPr>${e('', 'sub')}${e('', 'sup')}${e(m('f'))}</m:nary>`,
    '∫ f',
  ],
  [
    'a sum over a set',
    `<m:nary><m:naryPr><m:chr m:val="∑"/><m:supHide m:val="1"/></m:naryPr>${e(m('i∈S'), 'sub')}${e('', 'sup')}${e(m('x'))}</m:nary>`,
    '∑_(i∈S) x',
  ],
  [
    'a square root with its degree hidden',
    `<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/>${e(m('x+1'))}</m:rad>`,
    '√(x+1)',
  ],
  ['a root of any degree', `<m:rad>${e(m('k+1'), 'deg')}${e(m('x'))}</m:rad>`, '[k+1]√(x)'],
  [
    'a norm',
    `<m:d><m:dPr><m:begChr m:val="‖"/><m:endChr m:val="‖"/></m:dPr>${e(m('v'))}</m:d>`,
    '‖v‖',
  ],
  [
    'an open interval',
    `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=")"/><m:sepChr m:val=","/></m:dPr>${e(m('0'))}${e(m('1'))}</m:d>`,
    '[0,1)',
  ],
  [
    'a brace on one side',
    `<m:d><m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr>${e(`<m:eqArr>${e(m('x, x≥0'))}${e(m('−x'))}</m:eqArr>`)}</m:d>`,
    '{x, x≥0; −x',
  ],
  ['a hat', `<m:acc>${e(m('p'))}</m:acc>`, 'p̂'],
  [
    'a line over a sum',
    `<m:bar><m:barPr><m:pos m:val="top"/></m:barPr>${e(m('x+y'))}</m:bar>`,
    'overline(x+y)',
  ],
  [
    'a sine',
    `<m:func>${e(`<m:r><m:rPr><m:sty m:val="p"/></m:rPr><m:t>sin</m:t></m:r>`, 'fName')}${e(m('x'))}</m:func>`,
    'sin x',
  ],
  [
    'an equation with signs',
    `${m('E=m')}<m:sSup>${e(m('c'))}${e(m('2'), 'sup')}</m:sSup>`,
    'E=mc^2',
  ],
  [
    'words in a formula',
    `<m:r><m:rPr><m:nor/></m:rPr><m:t>if x is even</m:t></m:r>`,
    'if x is even',
  ],
]

it.each(FORMULAS)(
  'a formula of Word keeps brackets, signs and bounds: %s',
  async (_, formula, said) => {
    const body = `<w:p><w:r><w:t xml:space="preserve">a </w:t></w:r><m:oMath>${formula}</m:oMath></w:p>`
    const bytes = await docxWith(body)
    const source = { kind: 'file', name: 'a.docx', mediaType: '', bytes } as const
    const { doc } = await convert(source, { allowed: [], progress: () => {} })
    expect(shownDoc(doc)).toBe(`p(a ${said}<math>)`)
  },
)
