// Search over titles and authors, deaf to case and accents.

/** Whether every word of a query begins a word of the title or of an author's name. */
export function matchesQuery(
  { title, authors }: { readonly title: string; readonly authors: readonly string[] },
  query: string,
): boolean {
  const text = ` ${folded([title, ...authors].join(' '))}`
  return folded(query)
    .split(' ')
    .filter((word) => word !== '')
    .every((word) => text.includes(` ${word}`) || isUnspaced(word, text))
}

// Letters that are letters of their own, not accented ones, but are typed as these by those without the key.
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae' }

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[łøđıßæ]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+$/u

/** Scripts that write no spaces: a word may begin anywhere. */
function isUnspaced(word: string, text: string): boolean {
  return UNSPACED.test(word) && text.includes(word)
}
