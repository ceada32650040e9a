// Two texts, section by section, and what is told of the way from one to the other.

export type Given = readonly (readonly [id: string, title: string, words: string])[]

export const ONE = 'First things. They will be sent. Nobody asked.'
export const A: Given = [
  ['o', '', 'It begins.'],
  ['a', 'Alpha', ONE],
  ['b', 'Beta', 'Second things.\nThey went on for long.'],
]

/** What changed; before; after; a line a section, with `=` for what stayed: paragraphs and sentences. */
export const CASES: readonly (readonly [string, Given, Given, readonly string[]])[] = [
  ['nothing', A, A, ['Opening kept | = 1¶ 1', 'Alpha kept | = 1¶ 3', 'Beta kept | = 2¶ 2']],
  [
    'a word in a sentence',
    [['a', 'Alpha', ONE]],
    [['a', 'Alpha', ONE.replace('will', 'may')]],
    ['Alpha kept | = 0¶ 1 | They [-will-][+may+] be sent. | = 0¶ 1'],
  ],
  [
    'a sentence less and the next one edited, read as one',
    [['a', 'Alpha', 'All is well. No answer is free. They make early steps needed.']],
    [['a', 'Alpha', 'All is well. They make bold steps needed.']],
    ['Alpha kept | = 0¶ 1 | [-No answer is free.-][- -]They make [-early-][+bold+] steps needed.'],
  ],
  [
    'a sentence that became quite another',
    [['a', 'Alpha', 'The clerk was there.']],
    [['a', 'Alpha', 'Nobody knows why it rained.']],
    ['Alpha kept | [-The clerk was there.-] [+Nobody knows why it rained.+]'],
  ],
  [
    'a title',
    [['a', 'The Military Dimension', 'Same.']],
    [['a', 'The Civil Dimension', 'Same.']],
    ['The [-Military-][+Civil+] Dimension kept | = 1¶ 1'],
  ],
  [
    'a section more and one less',
    A.slice(0, 2),
    [...A.slice(0, 1), ['c', 'Gamma', 'New words.']],
    [
      'Opening kept | = 1¶ 1',
      '[-Alpha-] gone | [-First things.-][- -][-They will be sent.-][- -][-Nobody asked.-]',
      '[+Gamma+] come | [+New words.+]',
    ],
  ],
  [
    'the order of sections',
    A,
    [A[0], A[2], A[1]].flatMap((section) => (section ? [section] : [])),
    ['Opening kept | = 1¶ 1', 'Beta kept moved | = 2¶ 2', 'Alpha kept | = 1¶ 3'],
  ],
  [
    'a paragraph that went elsewhere',
    [
      ['a', 'Alpha', 'Stays.\nThis long sentence goes to the other section.'],
      ['b', 'Beta', 'Second.'],
    ],
    [
      ['a', 'Alpha', 'Stays.'],
      ['b', 'Beta', 'Second.\nThis long sentence goes to the other section.'],
    ],
    [
      'Alpha kept | = 1¶ 1 | [-This long sentence goes to the other section.-] (away)',
      'Beta kept | = 1¶ 1 | [+This long sentence goes to the other section.+] (here)',
    ],
  ],
]
