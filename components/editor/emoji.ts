import type { Choice } from './suggestions'

const MOST = 8

/** Emoji whose name or tag begins with or holds the words. The table of names is loaded when first asked for. */
export async function emojiFor(query: string, most = MOST): Promise<Choice[]> {
  const wanted = query.toLowerCase()
  if (wanted.length < 1) return []
  const { gemoji } = await import('gemoji')
  const ranked = gemoji.flatMap(({ emoji, names, tags, description }) => {
    const words = [...names, ...tags]
    const rank = words.some((word) => word.startsWith(wanted))
      ? 0
      : words.some((word) => word.includes(wanted)) || description.includes(wanted)
        ? 1
        : null
    return rank === null
      ? []
      : [{ rank, choice: { key: names[0] ?? emoji, label: description, sign: emoji } }]
  })
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ choice }) => choice)
}
