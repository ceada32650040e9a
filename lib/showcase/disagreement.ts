// A passage with what two people say of it, small enough to stand beside a sign-in form.

/** The stances in which one disagrees. */
export const CONTENTIONS = ['oppose', 'nuance', 'question'] as const
export type Contention = (typeof CONTENTIONS)[number]

export type Disagreement = {
  /** The heading that the passage stands under. */
  readonly title: string
  /** The paragraph around the passage. */
  readonly before: string
  readonly passage: string
  readonly after: string
  readonly note: { readonly name: string; readonly kind: Contention; readonly text: string }
  readonly reply: { readonly name: string; readonly text: string } | null
}

/** The passage in its paragraph: paragraphs are parted by a newline. Offsets are UTF-16 code units. */
export function inParagraph(
  text: string,
  { start, end }: { start: number; end: number },
): { before: string; passage: string; after: string } {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const found = text.indexOf('\n', end)
  const to = found === -1 ? text.length : found
  return {
    before: text.slice(from, start),
    passage: text.slice(start, end),
    after: text.slice(end, to),
  }
}

const LONGEST = 190

/** The first sentences of a post, as many as fit on a card; one at least. */
export function firstWords(text: string): string {
  const sentences =
    text
      .replace(/\s+/g, ' ')
      .trim()
      .match(/.+?[.!?…](?=\s|$)|.+$/gu) ?? []
  let words = ''
  for (const sentence of sentences) {
    if (words !== '' && words.length + sentence.length > LONGEST) break
    words += sentence
  }
  return words.trim()
}
