/** Words in lines of at most so many characters; what does not fit into the last line ends in an ellipsis. */
export function wrapped(text: string, characters: number, most: number): readonly string[] {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last === '') lines[lines.length - 1] = word
    else if (last.length + 1 + word.length <= characters)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  if (lines.length <= most) return lines
  const shown = lines.slice(0, most)
  const last = shown.at(-1) ?? ''
  return [...shown.slice(0, -1), `${last.slice(0, characters - 1)}…`]
}
