/** Markdown with what has run as script elsewhere. */
export const HOSTILE_MARKDOWN: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '[press](javascript:alert(1))',
  '[press](JaVaScRiPt:alert(1))',
  '[press](java&#10;script:alert(1))',
  '[press](data:text/html,<script>alert(1)</script>)',
  '[press](<https://example.org/" onmouseover="alert(1)>)',
  '![x](https://example.org/"onerror="alert(1))',
  '<https://example.org/"><script>alert(1)</script>',
  '`<script>alert(1)</script>`',
  '```"><script>alert(1)</script>\n<script>alert(1)</script>\n```',
  '| <script>alert(1)</script> | a |\n|---|---|\n| <img src=x onerror=alert(1)> | b |',
  '# <iframe srcdoc="<script>alert(1)</script>">',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '[a][b]\n\n[b]: javascript:alert(1)',
]

const text = (words: string, marks?: unknown) => ({ type: 'text', text: words, marks })
const doc = (...content: unknown[]) => ({ type: 'doc', content })
const link = (attrs: unknown) => [{ type: 'link', attrs }]

/** TipTap JSON that is taken, and must come out harmless. */
export const HOSTILE_DOCS: readonly unknown[] = [
  doc({ type: 'paragraph', content: [text('<script>alert(1)</script>')] }),
  doc({ type: 'paragraph', content: [text('x', link({ href: 'javascript:alert(1)' }))] }),
  doc({ type: 'paragraph', content: [text('x', link({ href: { toString: 'x' } }))] }),
  doc({
    type: 'paragraph',
    content: [text('x', link({ href: 'https://x.org', onclick: 'alert(1)', class: '"><script>' }))],
  }),
  doc({
    type: 'codeBlock',
    attrs: { language: '"><script>alert(1)</script>' },
    content: [text('x')],
  }),
  doc({
    type: 'heading',
    attrs: { level: '1><script>', sectionId: '"><script>' },
    content: [text('x')],
  }),
  doc({ type: 'paragraph', attrs: { style: 'x', onclick: 'alert(1)' }, content: [text('x')] }),
  doc({
    type: 'orderedList',
    attrs: { start: '1" onclick="alert(1)' },
    content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('x')] }] }],
  }),
  doc({
    type: 'image',
    attrs: {
      src: 'a'.repeat(64),
      alt: '"><script>alert(1)</script>',
      title: '" onload="alert(1)',
      width: '1" onload="alert(1)',
      onerror: 'alert(1)',
    },
  }),
  doc({
    type: 'footnote',
    attrs: { note: '"><script>alert(1)</script>' },
    content: [{ type: 'paragraph', content: [text('x')] }],
  }),
  doc({
    type: 'paragraph',
    content: [text('x', [{ type: 'footnoteRef', attrs: { note: '"><script>' } }])],
  }),
]

/** TipTap JSON that is no document of ours: refused as Malformed. */
export const MALFORMED: readonly (readonly [string, unknown])[] = [
  ['nothing', null],
  ['a string', 'doc'],
  ['a list', []],
  ['another top node', { type: 'paragraph' }],
  ['an unknown node', doc({ type: 'video', attrs: { src: 'x' } })],
  ['a picture of another server', doc({ type: 'image', attrs: { src: 'https://x.org/a.png' } })],
  [
    'a picture inside the address',
    doc({ type: 'image', attrs: { src: 'data:image/png;base64,AAAA' } }),
  ],
  ['a node named like a method', doc({ type: 'constructor' })],
  ['a node named __proto__', doc({ type: '__proto__' })],
  ['content that is no list', { type: 'doc', content: { length: 1 } }],
  ['a text without a text', doc({ type: 'paragraph', content: [{ type: 'text' }] })],
  ['marks that are no list', doc({ type: 'paragraph', content: [text('x', 'bold')] })],
  ['a text at the top', doc(text('x'))],
  [
    'a list item at the top',
    doc({ type: 'listItem', content: [{ type: 'paragraph', content: [text('x')] }] }),
  ],
  [
    'a paragraph in a paragraph',
    doc({ type: 'paragraph', content: [{ type: 'paragraph', content: [text('x')] }] }),
  ],
]
