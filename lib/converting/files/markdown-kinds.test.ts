import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { shownDoc } from '@/lib/testing/shown-doc'
import { convert } from './convert'

async function read(markdown: string) {
  const bytes = new Uint8Array(Buffer.from(markdown))
  const source = { kind: 'file', name: 'a.md', mediaType: '', bytes } as const
  const text = await convert(source, { allowed: [], progress: () => {} })
  return { ...text, shown: shownDoc(text.doc) }
}

const sample = (name: string) =>
  read(readFileSync(new URL(`../samples/kinds/${name}`, import.meta.url), 'utf8'))

describe('HTML in Markdown is read as HTML', () => {
  it('html-in.md', async () => {
    const { shown, dropped, metadata } = await sample('html-in.md')
    expect(metadata.title).toBe('T')
    expect(shown).toBe(
      'p(Press Ctrl<code>+C<code>, H2<subscript>O, ahardBreakb.) p(More) p(Hidden words<italic>.) table(tr(td(p(cell one)) td(p(cell two))))',
    )
    expect(dropped).toEqual({ 'picture-missing': 1 })
  })

  it.each([
    ['emphasis and marks', 'a <b>b</b> *c* <sup>d</sup>', 'p(a b<bold> c<italic> d<superscript>)'],
    ['a script, never', 'a <script>alert(1)</script> b', 'p(a b)'],
    ['handlers, never', '<p onclick="alert(1)">a</p>', 'p(a)'],
    ['a comment across lines', 'a\n\n<!-- b\n\nc -->\n\nd', 'p(a) p(d)'],
    [
      'lists, tasks and tables beside it',
      '<i>a</i>\n\n- [x] b\n- c\n\n| d |\n|---|\n| e |',
      'p(a<italic>) ul(li(p(☑ b)) li(p(c))) table(tr(th(p(d))) tr(td(p(e))))',
    ],
    [
      'footnotes beside it',
      '<u>a</u>[^1]\n\n[^1]: b',
      'p(a<underline>[1]<footnoteRef:1>) footnote#1(p([1] b))',
    ],
    ['a definition list', '<dl><dt>a</dt><dd>b</dd></dl>', 'p(a<bold>) p(b)'],
    ['words between two blocks of it', '<div>\n\n*a*\n\n</div>', 'p(a<italic>)'],
    ['a formula in it', '<div>\n\n$a_1$ *b*\n\n</div>', 'p(a_1<math> b<italic>)'],
    ['a sign that is none', 'a < b and c <- d', 'p(a < b and c <- d)'],
    ['in code it stays as it stands', '`<b>` and <b>c</b>', 'p(<b><code> and c<bold>)'],
    ['a picture elsewhere', '<b>a</b> ![b](https://x.org/b.png)', 'p(a<bold> b<link>)'],
  ])('%s', async (_, markdown, shown) => {
    expect((await read(markdown)).shown).toBe(shown)
  })
})

describe('formulas in Markdown', () => {
  it('math.md', async () => {
    const { shown, doc } = await sample('math.md')
    expect(shown).toBe(
      'p(Inline a_1 + b_1<math> and x_2<math> and y_2<math>.) code(\\sum_{k=1}^n k) p(Costs $5 and $6.)',
    )
    expect(JSON.stringify(doc).match(/<annotation>/g)).toHaveLength(4)
  })

  it.each([
    ['prices', 'It costs $5, or $10 for two.', 'p(It costs $5, or $10 for two.)'],
    ['a price and a formula', 'At $5 we have $x$.', 'p(At $5 we have x<math>.)'],
    ['escaped signs', 'a \\$x\\$ b', 'p(a $x$ b)'],
    ['in code', '`$x$` and ``$y$``', 'p($x$<code> and $y$<code>)'],
    ['in a block of code', '```sh\necho $a $b\n```', 'code(echo $a $b)'],
    ['with emphasis signs in it', '$a*b*c$ and *d*', 'p(a*b*c<math> and d<italic>)'],
    ['over two lines', '$a +\nb$', 'p(a + b<math>)'],
    ['not over two paragraphs', 'a $b\n\nc$ d', 'p(a $b) p(c$ d)'],
    ['as GitHub writes it', 'a $`b_1`$', 'p(a b_1<math>)'],
    ['in a block of its own language', '```math\nx^2\n```', 'code(x^2)'],
    ['displayed within a line', 'a $$b$$ c', 'p(a b<math> c)'],
    ['in a heading and a list', '# $x$\n\n- $y$\n\na', 'h1(x<math>) ul(li(p(y<math>))) p(a)'],
    ['in an address', '[a](https://x.org/$b$c$d)', 'p(a<link>)'],
  ])('%s', async (_, markdown, shown) => {
    expect((await read(`b\n\n${markdown}`)).shown).toBe(`p(b) ${shown}`)
  })

  it('signs without end are no formulas', async () => {
    const { doc } = await read('$a '.repeat(100_000))
    expect(doc.content?.[0]?.content).toHaveLength(1)
  })
})
