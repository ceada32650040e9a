/** HTML as other programs write it, and the document that it makes, in the short hand of lib/testing/shown-doc.ts. */
export const HTML: readonly (readonly [name: string, html: string, shown: string])[] = [
  ['words without any element', 'one two', 'p(one two)'],
  ['white space of the source', '<p>\n one\n   two </p>', 'p(one two)'],
  ['paragraphs and words between them', 'a<p>b</p>c<div>d</div>', 'p(a) p(b) p(c) p(d)'],
  ['line breaks', '<p>a<br>b<br></p>', 'p(ahardBreakb)'],
  [
    'emphasis of all kinds',
    '<p><b>a</b> <em>b</em> <u>c</u> <s>d</s> H<sub>2</sub> x<sup>2</sup> <code>e</code></p>',
    'p(a<bold> b<italic> c<underline> d<strike> H2<subscript> x2<superscript> e<code>)',
  ],
  [
    'emphasis by inline styles, and what a clipboard wraps around',
    '<b style="font-weight:normal"><span style="font-weight:700">a</span><span style="font-style:italic">b</span></b>',
    'p(a<bold>b<italic>)',
  ],
  ['emphasis around paragraphs', '<b><p>a</p><p>b</p></b>', 'p(a<bold>) p(b<bold>)'],
  ['headings', '<h1>a</h1><h3>b <i>c</i></h3>', 'h1(a) h3(b c<italic>)'],
  ['a picture that is not there', '<p>a<img src="x.png" alt="y">b</p>', 'p(ab)'],
  [
    'nested lists, also those that stand beside their item',
    '<ul><li>a<ul><li>b</li></ul></li><ul><li>c</li></ul><li><p>d</p><p>e</p></li></ul>',
    'ul(li(p(a) ul(li(p(b))) ul(li(p(c)))) li(p(d) p(e)))',
  ],
  ['a quote', '<blockquote>a<p>b</p></blockquote>', 'quote(p(a) p(b))'],
  ['code', '<pre><code class="language-js">let a\n  b</code></pre>', 'code(let a\n  b)'],
  [
    'a table with its caption',
    '<table><caption>c</caption><thead><tr><th>a</th><th>b</th></tr></thead><tr><td>1</td><td></td></tr></table>',
    'figure(table(tr(th(p(a)) th(p(b))) tr(td(p(1)) td(paragraph))) caption(c))',
  ],
  ['a table that only arranges', '<table><tr><td><p>a</p><p>b</p></td></tr></table>', 'p(a) p(b)'],
  ['terms and what they mean', '<dl><dt>a</dt><dd>b</dd></dl>', 'p(a<bold>) p(b)'],
  ['a link', '<p><a href="https://x.org/">a</a></p>', 'p(a<link>)'],
  ['a link to nowhere safe', '<p><a href="javascript:alert(1)">a</a></p>', 'p(a)'],
  [
    'script, style, forms, navigation',
    '<script>a</script><style>b</style><nav>c</nav><button>d</button>e',
    'p(e)',
  ],
  ['what is hidden', '<p hidden>a</p><p style="display:none">b</p><p>c</p>', 'p(c)'],
  ['a drawing', '<p>a<svg onload="alert(1)"><text>b</text></svg></p>', 'p(a)'],
  [
    'a formula with its source',
    '<p>a <math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math></p>',
    'p(a x^2<math>)',
  ],
  [
    'a formula without its source, on a line of its own',
    '<math display="block"><mfrac><mi>a</mi><mi>b</mi></mfrac></math>',
    'code((a)/(b))',
  ],
  [
    'footnotes of pandoc',
    '<p>a<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p><section role="doc-endnotes"><hr><ol><li id="fn1"><p>See b.<a href="#fnref1" role="doc-backlink">↩</a></p></li></ol></section>',
    'p(a[1]<footnoteRef:1>) horizontalRule footnote#1(p([1] See b.))',
  ],
  [
    'footnotes of Word by mammoth',
    '<p>a<sup><a href="#footnote-2" id="footnote-ref-2">[1]</a></sup></p><ol><li id="footnote-2"><p> See b. <a href="#footnote-ref-2">↑</a></p></li></ol>',
    'p(a[1]<footnoteRef:1>) footnote#1(p([1] See b.))',
  ],
  [
    'footnotes of LibreOffice',
    '<p>a<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p><div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>See b.</p><p>And c.</p></div>',
    'p(a[1]<footnoteRef:1>) footnote#1(p([1] See b.) p(And c.))',
  ],
  [
    'footnotes of an encyclopaedia, one with two signs',
    '<p>a<sup id="cite_ref-x_1-0"><a href="#cite_note-x-1">[1]</a></sup> b<sup id="cite_ref-x_1-1"><a href="#cite_note-x-1">[1]</a></sup></p><ol><li id="cite_note-x-1"><span>^ <a href="#cite_ref-x_1-0"><sup>a</sup></a> <a href="#cite_ref-x_1-1"><sup>b</sup></a></span> See c.</li></ol>',
    'p(a[1]<footnoteRef:1> b[1]<footnoteRef:1>) footnote#1(p([1] ^ See c.))',
  ],
  [
    'a table of contents that its headings link back to is no list of footnotes',
    '<ul><li><a href="#c1" id="t1">One</a></li></ul><h2 id="c1"><a href="#t1">One</a></h2><p>a</p>',
    'ul(li(p(One))) h2(One) p(a)',
  ],
]

/** How much of what is left out is counted. */
export const DROPPED: readonly (readonly [
  html: string,
  dropped: Readonly<Record<string, number>>,
])[] = [
  ['a<script>1</script><script>2</script>', { script: 2 }],
  ['a<iframe src="x"></iframe><video></video>', { embedded: 2 }],
  ['a<svg></svg>', { drawing: 1 }],
  ['a<form><input><button>x</button></form>', { form: 2 }],
  ['a<a href="#x">b</a><a href="data:text/html,x">c</a>', { 'inner-link': 1, 'unsafe-link': 1 }],
  ['a<p hidden>b</p><nav>c</nav>', { hidden: 1, navigation: 1 }],
]
