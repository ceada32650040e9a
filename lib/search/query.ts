// What somebody looks for, as they type it: words, "phrases", beginn* of words, and filters like by:kwame or -is:resolved. What is
// no filter of ours is words. Pure.

export const FILTER_KEYS = [
  'group',
  'reading',
  'section',
  'by',
  'kind',
  'tag',
  'before',
  'after',
  'is',
  'has',
] as const
export type FilterKey = (typeof FILTER_KEYS)[number]

export type Filter = {
  readonly key: FilterKey
  readonly value: string
  readonly isNegated: boolean
}

export type Word = {
  readonly text: string
  /** Several words that stand together. */
  readonly isPhrase: boolean
  readonly isNegated: boolean
}

export type SearchQuery = { readonly words: readonly Word[]; readonly filters: readonly Filter[] }

const WORDS_MAXIMUM = 12
const FILTERS_MAXIMUM = 12
// An optional minus, an optional key, then a phrase in quotes or whatever has no blank.
const TOKEN = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/gi

/** Reads what was typed. Whatever it is, it can be read. */
export function parseQuery(typed: string): SearchQuery {
  const words: Word[] = []
  const filters: Filter[] = []
  for (const [whole, minus, key, quoted, bare] of withoutCurlyQuotes(typed).matchAll(TOKEN)) {
    const value = (quoted ?? bare ?? '').trim()
    const known = filterKey(key)
    const isNegated = minus === '-'
    if (value === '' || isUnfinished(whole)) continue
    if (known !== null) filters.push({ key: known, value, isNegated })
    else if (key !== undefined) words.push(wordOf(whole, undefined, false))
    else words.push(wordOf(value, quoted, isNegated))
  }
  return { words: words.slice(0, WORDS_MAXIMUM), filters: filters.slice(0, FILTERS_MAXIMUM) }
}

/** What was typed without one of its filters: what is left when its chip is taken away. */
export function withoutFilter(typed: string, gone: Filter): string {
  const { words, filters } = parseQuery(typed)
  return queryText({ words, filters: filters.filter((each) => !isSameFilter(each, gone)) })
}

/** A query as it can be typed. */
export function queryText({ words, filters }: SearchQuery): string {
  return [
    ...words.map(
      ({ text, isPhrase, isNegated }) => `${isNegated ? '-' : ''}${isPhrase ? `"${text}"` : text}`,
    ),
    ...filters.map(
      ({ key, value, isNegated }) =>
        `${isNegated ? '-' : ''}${key}:${/\s/.test(value) ? `"${value}"` : value}`,
    ),
  ].join(' ')
}

// A filter of which the value is still to come.
function isUnfinished(token: string): boolean {
  return filterKey(/^-?([a-z]+):$/i.exec(token)?.[1]) !== null
}

function isSameFilter(one: Filter, other: Filter): boolean {
  return one.key === other.key && one.value === other.value && one.isNegated === other.isNegated
}

function wordOf(text: string, quoted: string | undefined, isNegated: boolean): Word {
  return { text, isPhrase: quoted !== undefined && /\s/.test(text), isNegated }
}

function filterKey(key: string | undefined): FilterKey | null {
  return FILTER_KEYS.find((known) => known === key?.toLowerCase()) ?? null
}

function withoutCurlyQuotes(typed: string): string {
  return typed.normalize('NFC').replace(/[“”„]/g, '"')
}
