// What a character is for the comparison of texts. Asked once for each character of the alphabet in use, then remembered.

const KINDS = [
  'space',
  'break',
  'stop',
  'punctuation',
  'word',
  'mark',
  'joiner',
  'single',
  'symbol',
  'flag',
] as const

/** `single`: a letter of a script that writes no spaces between words. `stop`: what ends a sentence. `joiner`: U+200D. */
export type CharacterKind = (typeof KINDS)[number]

const PATTERNS: readonly (readonly [CharacterKind, RegExp])[] = [
  ['joiner', /^\u200D/],
  ['mark', /^(?:\p{M}|\p{Emoji_Modifier}|[\u00AD\u200B\u200C\u2060]|[\u{E0020}-\u{E007F}])/u],
  ['break', /^[\n\r\v\f\u0085\u2028\u2029]/],
  ['stop', /^\p{Sentence_Terminal}/u],
  ['punctuation', /^\p{P}/u],
  ['space', /^[\s\p{C}]/u],
  ['flag', /^\p{Regional_Indicator}/u],
  [
    'single',
    /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Bopo}]/u,
  ],
  ['symbol', /^\p{S}/u],
]

const UNKNOWN = 255
const known = new Uint8Array(0x1_0000).fill(UNKNOWN)

/** The kind of a code point. */
export function kindOf(code: number): CharacterKind {
  if (code > 0xffff) return classify(code)
  const number = known[code] ?? UNKNOWN
  if (number !== UNKNOWN) return KINDS[number] ?? 'space'
  const kind = classify(code)
  known[code] = KINDS.indexOf(kind)
  return kind
}

function classify(code: number): CharacterKind {
  const character = String.fromCodePoint(code)
  return PATTERNS.find(([, pattern]) => pattern.test(character))?.[0] ?? 'word'
}
