// In which language a text is, by its letters and by how often they follow each other. What a file announces is believed where the
// words do not speak clearly against it: programs announce the language of whoever installed them.

import { francAll } from 'franc-min'

const LETTERS_MINIMUM = 60
const SAMPLE = 20_000

const BY_SCRIPT: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
]

// Letters that one tongue among those written with Cyrillic has and the others have not; asked in this order.
const BY_CYRILLIC_LETTERS: readonly (readonly [RegExp, string])[] = [
  [/ў/i, 'be'],
  [/[їєґ]/i, 'uk'],
  [/[ђћџљњ]/i, 'sr'],
  [/[ыэ]/i, 'ru'],
]

// From ISO 639-3, which franc speaks, to the tags of browsers.
const TAGS: Readonly<Record<string, string>> = {
  eng: 'en',
  deu: 'de',
  fra: 'fr',
  spa: 'es',
  por: 'pt',
  ita: 'it',
  nld: 'nl',
  pol: 'pl',
  swe: 'sv',
  tur: 'tr',
  vie: 'vi',
  ind: 'id',
  zlm: 'ms',
  ces: 'cs',
  ron: 'ro',
  hun: 'hu',
  rus: 'ru',
  ukr: 'uk',
  bel: 'be',
  bul: 'bg',
  srp: 'sr',
  arb: 'ar',
  pes: 'fa',
  urd: 'ur',
  hin: 'hi',
  ben: 'bn',
  tam: 'ta',
  tel: 'te',
  mar: 'mr',
  lat: 'la',
  jav: 'jv',
  kaz: 'kk',
  uzn: 'uz',
  hrv: 'hr',
}

/** The tag of a text's language: what was announced (BCP 47, or empty) unless the words say otherwise; English when nothing says. */
export function languageOf(text: string, announced: string): string {
  const said = tagFrom(announced)
  const sample = text.slice(0, SAMPLE)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return said || 'en'
  const byScript = scriptLanguage(sample, letters)
  if (byScript !== null) return sameTongue(said, byScript) ? said : byScript
  return letters < LETTERS_MINIMUM ? said || 'en' : tongueOf(sample, said)
}

function tongueOf(sample: string, said: string): string {
  // A tongue that is not among those we know is taken at its word.
  if (said !== '' && !Object.values(TAGS).some((tag) => sameTongue(said, tag))) return said
  const near = francAll(sample, { only: Object.keys(TAGS) })
    .slice(0, 3)
    .filter(([, likelihood]) => likelihood > 0.92)
    .flatMap(([code]) => TAGS[code] ?? [])
  return near.some((tag) => sameTongue(said, tag)) ? said : (near[0] ?? (said || 'en'))
}

function scriptLanguage(sample: string, letters: number): string | null {
  const shares = BY_SCRIPT.map(
    ([pattern, tag]) => [tag, (sample.match(pattern)?.length ?? 0) / letters] as const,
  )
  const share = (tag: string) => shares.find(([one]) => one === tag)?.[1] ?? 0
  // Japanese is written with Chinese signs as well; a twentieth of its own syllables tells.
  if (share('ja') > 0.05 && share('ja') + share('zh') > 0.3) return 'ja'
  return (
    shares.find(([tag, part]) => tag !== 'ja' && part > 0.3)?.[0] ?? byCyrillic(sample, letters)
  )
}

function byCyrillic(sample: string, letters: number): string | null {
  const share = (sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) / letters
  if (share < 0.6) return null
  return BY_CYRILLIC_LETTERS.find(([pattern]) => pattern.test(sample))?.[1] ?? null
}

function sameTongue(one: string, other: string): boolean {
  return one !== '' && one.split('-')[0]?.toLowerCase() === other.split('-')[0]?.toLowerCase()
}

function tagFrom(announced: string): string {
  const tag = announced.trim().replaceAll('_', '-')
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : ''
}
