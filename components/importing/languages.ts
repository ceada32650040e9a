/** Languages that a text is most likely in, by their own names; the tag decides direction, sentences and words. */
export const LANGUAGES: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'ar', label: 'العربية' },
  { value: 'de', label: 'Deutsch' },
  { value: 'el', label: 'Ελληνικά' },
  { value: 'es', label: 'Español' },
  { value: 'fa', label: 'فارسی' },
  { value: 'fr', label: 'Français' },
  { value: 'he', label: 'עברית' },
  { value: 'hi', label: 'हिन्दी' },
  { value: 'id', label: 'Bahasa Indonesia' },
  { value: 'it', label: 'Italiano' },
  { value: 'ja', label: '日本語' },
  { value: 'ko', label: '한국어' },
  { value: 'la', label: 'Latina' },
  { value: 'nl', label: 'Nederlands' },
  { value: 'pl', label: 'Polski' },
  { value: 'pt', label: 'Português' },
  { value: 'ru', label: 'Русский' },
  { value: 'sv', label: 'Svenska' },
  { value: 'tr', label: 'Türkçe' },
  { value: 'uk', label: 'Українська' },
  { value: 'vi', label: 'Tiếng Việt' },
  { value: 'zh', label: '中文' },
]

/** Those languages, with the one that a text is in among them, whichever it is. */
export function languageOptions(current: string): typeof LANGUAGES {
  if (current === '' || LANGUAGES.some(({ value }) => value === current)) return LANGUAGES
  return [{ value: current, label: languageName(current) }, ...LANGUAGES]
}

/** What a language calls itself; its tag where nobody knows. */
export function languageName(tag: string): string {
  const known = LANGUAGES.find(({ value }) => value === tag)
  if (known) return known.label
  try {
    return new Intl.DisplayNames([tag, 'en'], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
