import { expect, it } from 'vitest'
import { shownDoc } from '@/lib/testing/shown-doc'
import { frontMatter } from './front-matter'
import { blocksFromText } from './plain-text'

it.each([
  [
    'lines broken to fit a page are one paragraph',
    'The river kept its promise and nobody upstream\nremembered who had opened the weir.\n\nTwo',
    'p(The river kept its promise and nobody upstream remembered who had opened the weir.) p(Two)',
  ],
  ['without empty lines every line is one', 'One.\nTwo.', 'p(One.) p(Two.)'],
  [
    'chapters are headings',
    'CHAPTER ONE\n\nWords.\n\nPart II\n\nMore.',
    'h2(CHAPTER ONE) p(Words.) h2(Part II) p(More.)',
  ],
  [
    'verse keeps its lines',
    'Roses are\nred, and\nso on\n\nEnd.',
    'p(Roses arehardBreakred, andhardBreakso on) p(End.)',
  ],
  [
    'a shout is no heading',
    'WHO OPENED THE WEIR?\n\nNobody.',
    'p(WHO OPENED THE WEIR?) p(Nobody.)',
  ],
])('%s', (_, text, shown) => {
  expect(shownDoc({ type: 'doc', content: blocksFromText(text) })).toBe(shown)
})

it('what stands between dashes before Markdown is about it', () => {
  const { markdown, metadata } = frontMatter(
    '---\ntitle: "The Weir"\nauthor:\n  - A. Lindqvist\n  - B. Okoro\ndate: 1908-10-09\nlicense: CC0\n---\n# One\n',
  )
  expect(markdown).toBe('# One\n')
  expect(metadata).toMatchObject({
    title: 'The Weir',
    authors: ['A. Lindqvist', 'B. Okoro'],
    dated: '1908-10-09',
    licence: 'CC0',
  })
})

it('a rule at the beginning is a rule', () => {
  expect(frontMatter('---\n\nWords.').markdown).toBe('---\n\nWords.')
})
