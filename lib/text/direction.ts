const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'dv', 'fa', 'ckb', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** The direction of a language's script, by its tag: a script named in it decides, else the language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [tongue = '', ...rest] = language.toLowerCase().split('-')
  const script = rest.find((part) => part.length === 4)
  if (script !== undefined) return ['arab', 'hebr', 'syrc', 'thaa'].includes(script) ? 'rtl' : 'ltr'
  return RIGHT_TO_LEFT.has(tongue) ? 'rtl' : 'ltr'
}

/** The direction of a text: the one that was set for it, else its language's. */
export function textDirection(set: string | null, language: string): 'ltr' | 'rtl' {
  return set === 'ltr' || set === 'rtl' ? set : directionOf(language)
}
