/** What is pasted, and what is left of it. */
export const PASTED: readonly (readonly [string, string, string])[] = [
  ['plain paragraphs', '<p>One</p><p>Two</p>', '<p>One</p><p>Two</p>'],
  [
    'a page’s scripts, styles and handlers',
    '<style>p{}</style><p onclick="x()" style="color:red" class="a">One<script>x()</script></p>',
    '<p>One</p>',
  ],
  [
    'Word’s own marks and comments',
    '<!--[if gte mso 9]><xml>x</xml><![endif]--><p class="MsoNormal">One<o:p></o:p></p>',
    '<p>One</p>',
  ],
  [
    'Word’s lists of points',
    '<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span> </span></span>One</p><p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>Two</p><p>After</p>',
    '<ul><li>One</li><li>Two</li></ul><p>After</p>',
  ],
  [
    'Word’s numbered lists',
    '<p style="mso-list:l1 level1 lfo2"><span style="mso-list:Ignore">1.</span>One</p>',
    '<ol><li>One</li></ol>',
  ],
  [
    'the bold of Google Docs that is none',
    '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">Bold</span> and <span style="font-style:italic">italic</span></p></b>',
    '<p><strong>Bold</strong> and <em>italic</em></p>',
  ],
  [
    'letters above and below the line',
    '<p>m<span style="vertical-align:super">2</span>H<span style="vertical-align:sub">2</span>O</p>',
    '<p>m<sup>2</sup>H<sub>2</sub>O</p>',
  ],
  [
    'a link, without what follows one',
    '<a href="https://example.org/" target="_blank" ping="x" class="b">there</a>',
    '<a href="https://example.org/">there</a>',
  ],
  [
    'a table of a web page',
    '<table border="1"><tbody><tr><td colspan="2" width="9">One</td></tr></tbody></table>',
    '<table><tbody><tr><td colspan="2">One</td></tr></tbody></table>',
  ],
  [
    'Word’s lists in lists',
    '<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>One</p><p style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">o</span>Within</p><p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>Two</p>',
    '<ul><li>One<ul><li>Within</li></ul></li><li>Two</li></ul>',
  ],
  [
    'Word’s blank line',
    '<p class="MsoNormal">One</p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">Two</p>',
    '<p>One</p><p>Two</p>',
  ],
  [
    'the blank lines of Google Docs',
    '<b style="font-weight:normal"><p dir="ltr"><span>One</span></p><br><p dir="ltr"><span>Two</span></p></b><br class="Apple-interchange-newline">',
    '<p>One</p><p>Two</p>',
  ],
  [
    'a list in a list of Google Docs',
    '<ul><li><p>One</p></li><ul><li><p>Within</p></li></ul><li><p>Two</p></li></ul>',
    '<ul><li><p>One</p><ul><li><p>Within</p></li></ul></li><li><p>Two</p></li></ul>',
  ],
  [
    'lines of code from VS Code',
    '<meta charset="utf-8"><div style="color:#ccc;font-family:Menlo, Monaco, \'Courier New\', monospace;white-space:pre;"><div><span style="color:#c586c0;">if</span> (a) {</div><div>    b()</div><div>}</div></div>',
    '<pre><code>if (a) {\n    b()\n}</code></pre>',
  ],
  ['a break inside a paragraph', '<p>One<br>Two</p>', '<p>One<br>Two</p>'],
]
