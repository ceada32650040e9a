// What a person hands to the form by pasting or dropping: a file, words that carry their form along, or words alone.

/** What a paste or a drop holds; `formed` has headings, lists, tables or the like, which plain words would lose. */
export type HandedOver =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'formed'; readonly html: string; readonly words: string }
  | { readonly kind: 'words' }

const FORM = /<(?:h[1-6]|li|table|blockquote|strong|em|b|i|u|sub|sup|img|a\s[^>]*href)\b/i

/** Which of them it is. A picture of the words that a program puts beside them does not count. */
export function handedOver(data: Pick<DataTransfer, 'getData' | 'files'>): HandedOver {
  const html = data.getData('text/html')
  const words = data.getData('text/plain')
  const [file] = data.files
  if (file && html === '' && words === '') return { kind: 'file', file }
  return FORM.test(html) ? { kind: 'formed', html, words } : { kind: 'words' }
}

// A host has a dot and an ending of letters; `e.g.` and `3.14` have not.
const ADDRESS = /^(?:https?:\/\/\S+|(?:[\w-]+\.)+[a-z]{2,24}(?::\d+)?(?:[/?#]\S*)?)$/i

/** The address that a text is, with its scheme, or null when it is more than one. */
export function addressIn(text: string): string | null {
  const bare = text.trim()
  if (bare.length > 2_000 || !ADDRESS.test(bare)) return null
  return /^https?:/i.test(bare) ? bare : `https://${bare}`
}
