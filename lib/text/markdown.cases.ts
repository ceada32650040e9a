type Case = {
  readonly markdown: string
  readonly text: string
  readonly has?: readonly string[]
  readonly hasNot?: readonly string[]
}

export const MARKDOWN: readonly (readonly [string, Case])[] = [
  [
    'bold, italic and struck words',
    {
      markdown: 'A **bold** *open* ~~no~~ doubt.',
      text: 'A bold open no doubt.',
      has: ['bold', 'italic', 'strike'],
    },
  ],
  ['lines of one paragraph', { markdown: 'one\ntwo   three', text: 'one two three' }],
  [
    'a hard line break',
    { markdown: 'one  \ntwo\\\nthree', text: 'one\ntwo\nthree', has: ['hardBreak'] },
  ],
  [
    'nested lists',
    {
      markdown: '- a\n  1. b\n     - c\n- d',
      text: 'a\nb\nc\nd',
      has: ['bulletList', 'orderedList'],
    },
  ],
  ['a task list', { markdown: '- [x] done\n- [ ] open', text: '☑ done\n☐ open' }],
  [
    'a table with marks',
    {
      markdown: '| a | *b* |\n|:--|--:|\n| 1 | |',
      text: 'a\nb\n1',
      has: ['table', 'tableHeader', 'tableCell', 'italic'],
    },
  ],
  [
    'code as it stands',
    {
      markdown: '```js\n  a  \n\n  *b*\n```',
      text: '  a\n\n  *b*',
      has: ['codeBlock'],
      hasNot: ['italic'],
    },
  ],
  [
    'inline code in a link',
    { markdown: '[`f()`](https://example.org)', text: 'f()', has: ['code', 'link'] },
  ],
  [
    'script as text',
    {
      markdown: '<script>alert(1)</script>\n\na <b onclick="x">b</b>',
      text: '<script>alert(1)</script>\na <b onclick="x">b</b>',
    },
  ],
  [
    'marks between tags',
    { markdown: '<div>\n**b**\n</div>', text: '<div> b </div>', has: ['bold'] },
  ],
  [
    'an unsafe link as its words',
    { markdown: '[press](javascript:alert(1)) me', text: 'press me', hasNot: ['link'] },
  ],
  [
    'a link by reference',
    { markdown: '[a][B] [b]\n\n[b]: https://example.org', text: 'a b', has: ['link'] },
  ],
  [
    'an image as a link with its description',
    { markdown: '![a map](https://example.org/m.png)', text: 'a map', has: ['link'] },
  ],
  [
    'a bare address',
    { markdown: 'See https://example.org/a.', text: 'See https://example.org/a.', has: ['link'] },
  ],
  [
    'a footnote where it was written',
    {
      markdown: 'A claim.[^1]\n\n[^1]: Its *source*.',
      text: 'A claim.[1]\n[1] Its source.',
      has: ['italic'],
    },
  ],
  [
    'underlined headings',
    { markdown: 'Title\n=====\n\ntext', text: 'Title\ntext', has: ['heading'] },
  ],
  ['entities', { markdown: 'a &amp; b &lt;i&gt; &nbsp;c', text: 'a & b <i> \u00a0c' }],
  ['accents into one form', { markdown: 'e\u0301 **e**\u0301', text: 'é é', has: ['bold'] }],
  ['a quote of a quote', { markdown: '> a\n> > b', text: 'a\nb', has: ['blockquote'] }],
  [
    'an empty item and an empty heading away',
    { markdown: '-\n- a\n\n#\n', text: 'a', hasNot: ['heading'] },
  ],
  [
    'an item that begins with code',
    { markdown: '- ```\n  a\n  ```', text: 'a', has: ['codeBlock', 'listItem'] },
  ],
]

const fill = (unit: string, length = 19_000) => unit.repeat(Math.floor(length / unit.length))

/** Each fills a post and drove the parser to seconds or to its knees before it was bounded. */
export const HOSTILE: readonly (readonly [string, string])[] = [
  ['nested quotes', fill('>')],
  ['nested ordered lists', fill('1. ')],
  [
    'lists ever deeper',
    Array.from({ length: 130 }, (_, depth) => `${'  '.repeat(depth)}- a`)
      .join('\n')
      .slice(0, 19_000),
  ],
  ['opening brackets', fill('[')],
  ['nested brackets', `${fill('[a', 9_000)}${fill(']', 9_000)}`],
  ['nested links', `${fill('[', 4_000)}a${fill('](b)', 15_000)}`],
  ['pairs of brackets', fill('[a]')],
  ['open links', fill('[a](')],
  ['images', fill('![')],
  ['asterisks and underscores', fill('*_')],
  ['opened and closed asterisks', `${fill('*a ', 9_000)}${fill('a* ', 9_000)}`],
  ['tildes', `${fill('~~a ', 9_000)}${fill('a~~ ', 9_000)}`],
  ['backticks of all lengths', Array.from({ length: 190 }, (_, n) => '`'.repeat(n + 1)).join(' ')],
  ['underlined headings', fill('a\n-\n')],
  ['lazy lines of a quote', `${'> '.repeat(20)}a\n${fill('b\n')}`],
  ['quotes with lazy lines', fill(`> a\n${'b\n'.repeat(8)}\n`)],
  ['footnotes', fill('[^a]: b\n')],
  ['definitions', fill('[a]: b\n')],
  ['a wide table', `${fill('|a', 9_000)}\n${fill('|-', 9_000)}`],
  ['a long table', `a|b\n-|-\n${fill('|\n')}`],
  ['addresses', fill('a@b.c ')],
  ['entities', fill('&a')],
  ['blank lines', fill('\n')],
]
