// The first words of where somebody stopped reading.

const LENGTH = 120

/**
 * The passage of a text that begins at an offset (UTF-16), to the end of its sentence or to the last whole word within 120
 * characters, then with an ellipsis. Empty when the offset lies at the end.
 */
export function excerptAt(text: string, offset: number): string {
  const block = text.slice(offset).trimStart().split('\n', 1)[0] ?? ''
  if (block.length <= LENGTH) return block
  const cut = block.slice(0, LENGTH)
  const sentence = cut.search(/(?<=[.!?…]["”’)]*)\s(?=[^.!?]*$)/u)
  if (sentence > LENGTH / 2) return cut.slice(0, sentence)
  const space = cut.lastIndexOf(' ')
  // A script without spaces is cut anywhere but inside a surrogate pair.
  const end = space > 0 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '')
  return `${end.replace(/[\s,;:–—-]+$/u, '')}…`
}
