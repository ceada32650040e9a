// How a reader likes the text to look. Kept in a cookie, so that the server paints it so at once; as words, since the attributes of
// the page that style it (app/styles/text-look.css) know a fixed number of values each.

const CHOICES = {
  font: ['source-serif', 'literata', 'inter', 'atkinson', 'lexend', 'opendyslexic'],
  size: ['15', '16', '17', '18', '19', '21', '24', '28'],
  leading: ['1.4', '1.6', '1.8', '2.0'],
  measure: ['narrow', 'normal', 'wide'],
  spacing: ['normal', 'wide'],
  focus: ['off', 'on'],
} as const

export type ReadingPreferences = {
  readonly [Part in keyof typeof CHOICES]: (typeof CHOICES)[Part][number]
}

export const LOOK_COOKIE = 'reading'
export const LOOK_CHOICES: typeof CHOICES = CHOICES

export const DEFAULT_LOOK: ReadingPreferences = {
  font: 'source-serif',
  size: '19',
  leading: '1.6',
  measure: 'normal',
  spacing: 'normal',
  focus: 'off',
}

const PARTS = ['font', 'size', 'leading', 'measure', 'spacing', 'focus'] as const

/** The look that a cookie says; whatever it does not say or says wrongly is as usual. */
export function preferencesFrom(cookie: string | undefined): ReadingPreferences {
  const said = new Map((cookie ?? '').split('~').map((pair) => splitPair(pair)))
  return PARTS.reduce((look, part) => withPart(look, part, said.get(part) ?? ''), DEFAULT_LOOK)
}

/** The look as a cookie says it. */
export function preferencesCookie(look: ReadingPreferences): string {
  return PARTS.map((part) => `${part}:${look[part]}`).join('~')
}

/** The look with one part changed; an unknown value changes nothing. */
export function withPart(
  look: ReadingPreferences,
  part: keyof ReadingPreferences,
  value: string,
): ReadingPreferences {
  const known: readonly string[] = CHOICES[part]
  return known.includes(value) ? { ...look, [part]: value } : look
}

/** The look one step larger or smaller in what has an order; the ends stay. */
export function stepped(
  look: ReadingPreferences,
  part: 'size' | 'leading',
  by: 1 | -1,
): ReadingPreferences {
  const choices: readonly string[] = CHOICES[part]
  return withPart(look, part, choices[choices.indexOf(look[part]) + by] ?? look[part])
}

/** The attributes that carry it in the page. */
export function preferenceAttributes(look: ReadingPreferences): Readonly<Record<string, string>> {
  return Object.fromEntries(PARTS.map((part) => [`data-${part}`, look[part]]))
}

function splitPair(pair: string): readonly [string, string] {
  const colon = pair.indexOf(':')
  return [pair.slice(0, Math.max(0, colon)), pair.slice(colon + 1)]
}
