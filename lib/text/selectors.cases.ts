import type { PassageTarget, Place } from './selectors'

/** The text of the cases: two entries, a doubled sentence, scripts and signs that go wrong. In normal form. */
export const TEXT = [
  'What was counted',
  'Entry 30 names 210 wagons that left.',
  'Entry 31 names 217 wagons that left.',
  'Before the thaw The ledger was closed before anyone had checked it. Nobody objected.',
  'After the flood The ledger was closed before anyone had checked it. A clerk saw it.',
  '한국어 문장은 띄어쓰기를 하며 끝난다.',
  'النص العربي يقرأ من اليمين إلى اليسار هنا.',
  'The vowel is written a\u0304\u0301 and the sign q\u0303 in older maps.'.normalize('NFC'),
  'Work & rest took < 5 % of $1 (roughly) + tax.',
  'A compass 🧭 and a family 👩‍👩‍👧 stood by the gate.',
  'Some  words\nwith  wide   gaps.',
].join('\n')

const TWICE = 'The ledger was closed before anyone had checked it.'
const [first, second] = [TEXT.indexOf(TWICE), TEXT.lastIndexOf(TWICE)]
const length = TWICE.length

type Case = readonly [name: string, target: PassageTarget, expected: Place | string]

/** A string as expectation: the words that must be found, where they stand first. */
export const LOCATED: readonly Case[] = [
  ['words that stand once', { exact: 'Entry 31 names 217' }, 'Entry 31 names 217'],
  ['words across blocks', { exact: 'wagons that left.\nEntry 31' }, 'wagons that left.\nEntry 31'],
  ['words across blocks sent with a blank', { exact: 'left. Entry 31' }, 'left.\nEntry 31'],
  [
    'words across blocks sent with two line ends',
    { exact: 'left.\r\n\r\nEntry 31' },
    'left.\nEntry 31',
  ],
  ['words sent with narrow gaps', { exact: 'with wide gaps' }, 'with  wide   gaps'],
  ['words behind wide gaps', { exact: 'Some words with' }, 'Some  words\nwith'],
  ['words with blanks around them', { exact: '  Entry 31 \n' }, 'Entry 31'],
  ['Arabic', { exact: 'من اليمين إلى' }, 'من اليمين إلى'],
  ['Korean', { exact: '문장은 띄어쓰기를' }, '문장은 띄어쓰기를'],
  ['Korean in another normal form', { exact: '문장은'.normalize('NFD') }, '문장은'],
  [
    'accents in another normal form',
    { exact: 'a\u0304\u0301 and the sign q\u0303 in' },
    '\u0101\u0301 and the sign q\u0303 in',
  ],
  [
    'signs that mean something to a pattern',
    { exact: '& rest took < 5 % of $1 (roughly) +' },
    '& rest took < 5 % of $1 (roughly) +',
  ],
  ['an emoji', { exact: '🧭' }, '🧭'],
  [
    'a family of emoji',
    { exact: 'compass 🧭 and a family 👩‍👩‍👧 stood' },
    'compass 🧭 and a family 👩‍👩‍👧 stood',
  ],
  ['half a letter as the whole letter', { exact: 'sign q' }, 'sign q\u0303'],
  ['one of a family as the whole family', { exact: 'family 👩' }, 'family 👩‍👩‍👧'],
  ['words that are not there', { exact: 'Never written.' }, { kind: 'missing' }],
  [
    'words not there in spite of a place',
    { exact: 'Nor was this.', start: 3, end: 16 },
    { kind: 'missing' },
  ],
  ['nothing', { exact: ' \n ' }, { kind: 'missing' }],
  ['a control character', { exact: '\u0000' }, { kind: 'missing' }],
  ['a lone surrogate', { exact: '\ud83e' }, { kind: 'missing' }],
  ['words that stand twice', { exact: TWICE }, { kind: 'ambiguous', count: 2 }],
  [
    'twice, and a context that fits both',
    { exact: TWICE, prefix: ' ', suffix: ' ' },
    { kind: 'ambiguous', count: 2 },
  ],
  [
    'twice, and a context that fits neither',
    { exact: TWICE, prefix: 'Long ago', suffix: 'Then' },
    { kind: 'ambiguous', count: 2 },
  ],
  [
    'twice, and a place that fits neither',
    { exact: TWICE, start: 3, end: 9 },
    { kind: 'ambiguous', count: 2 },
  ],
  ...[first, second].flatMap((start): Case[] => {
    const found = { kind: 'found' as const, start, end: start + length }
    return [
      [
        `the one at ${start} by its prefix`,
        { exact: TWICE, prefix: TEXT.slice(start - 16, start) },
        found,
      ],
      [
        `the one at ${start} by its suffix`,
        { exact: TWICE, suffix: TEXT.slice(start + length, start + length + 16) },
        found,
      ],
      [`the one at ${start} by its place`, { exact: TWICE, start, end: start + length }, found],
      [`the one at ${start} by its start alone`, { exact: TWICE, start }, found],
      [
        `the one at ${start} by its prefix in spite of a wrong place`,
        { exact: TWICE, prefix: TEXT.slice(start - 16, start), start: 2, end: 5 },
        found,
      ],
      [
        `the one at ${start} by its place in spite of a wrong prefix`,
        { exact: TWICE, prefix: 'Long before that', start, end: start + length },
        found,
      ],
      [
        `the one at ${start} by a prefix without the blank between`,
        { exact: TWICE, prefix: TEXT.slice(start - 16, start).trimEnd() },
        found,
      ],
      [
        `the one at ${start} by a prefix in which the line end is a blank`,
        { exact: TWICE, prefix: TEXT.slice(start - 24, start).replace('\n', ' ') },
        found,
      ],
    ]
  }),
]
