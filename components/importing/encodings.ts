import { ENCODINGS, type Encoding } from '@/lib/importing/encoding'

// What each was made for, which is what somebody knows of a text who does not know its encoding.
const SCRIPTS: Readonly<Record<Encoding, string>> = {
  'utf-8': 'Any language',
  'windows-1252': 'Western European',
  macintosh: 'Western European, old Mac',
  'windows-1250': 'Central European',
  'iso-8859-2': 'Central European, ISO',
  'windows-1257': 'Baltic',
  'windows-1251': 'Cyrillic',
  'koi8-r': 'Cyrillic, Russian',
  'koi8-u': 'Cyrillic, Ukrainian',
  ibm866: 'Cyrillic, DOS',
  'iso-8859-5': 'Cyrillic, ISO',
  'x-mac-cyrillic': 'Cyrillic, old Mac',
  'windows-1253': 'Greek',
  'windows-1254': 'Turkish',
  'windows-1255': 'Hebrew',
  'windows-1256': 'Arabic',
  'windows-1258': 'Vietnamese',
  'windows-874': 'Thai',
  gb18030: 'Chinese, simplified',
  big5: 'Chinese, traditional',
  shift_jis: 'Japanese',
  'euc-jp': 'Japanese, Unix',
  'iso-2022-jp': 'Japanese, mail',
  'euc-kr': 'Korean',
  'utf-16le': 'Any language, two bytes a letter',
  'utf-16be': 'Any language, two bytes a letter',
}

/** What a text may be read in, by what it is for; `current` is among them, whatever it is. */
export function encodingOptions(
  current: string,
): readonly { readonly value: string; readonly label: string }[] {
  const known = ENCODINGS.map((name) => ({ value: name, label: `${SCRIPTS[name]} (${name})` }))
  return encodingNamed(current) ? known : [{ value: current, label: current }, ...known]
}

/** The encoding of a name, or undefined for one that cannot be chosen. */
export function encodingNamed(name: string): Encoding | undefined {
  return ENCODINGS.find((known) => known === name)
}
