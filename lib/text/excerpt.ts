import { characterStart } from './characters'

const ELLIPSIS = '…'

/**
 * The beginning of a text on one line, at most `most` UTF-16 code units with the ellipsis that stands where it was cut. Cut after a
 * word where one ends in the last third, else between two characters.
 */
export function excerpt(text: string, most: number): string {
  const line = text
    .slice(0, most * 4)
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= most && text.length <= most * 4) return line
  if (most <= ELLIPSIS.length) return line.length > 0 ? ELLIPSIS.slice(0, most) : ''
  const cut = characterStart(line, Math.min(line.length, most - ELLIPSIS.length))
  const space = line.lastIndexOf(' ', cut)
  const end = space >= (cut * 2) / 3 ? space : cut
  return `${line.slice(0, end).replace(/[\s.,;:–—-]+$/, '')}${ELLIPSIS}`
}
