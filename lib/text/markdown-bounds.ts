// The Markdown parser nests by recursion, and its cost grows with the square of the delimiters in one paragraph. Both are bounded
// before it sees a text, by one pass over the lines.

import { Malformed, TooLarge } from '@/lib/errors'

const CONTAINERS_MAXIMUM = 24
const INDENT_MAXIMUM = 120
// Measured with micromark 4: 2,000,000 is about 0.2 s, and 100 paragraphs of 140 delimiters each.
const DELIMITER_WORK_MAXIMUM = 2_000_000

const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y
const DELIMITERS = /\*+|_+|~+|`+|[[\]<(|]/g

/**
 * Throws TooLarge for more than `maximum` UTF-16 code units, Malformed for quotes and lists nested too deep and for more delimiters in
 * a paragraph than any text needs. Linear.
 */
export function checkMarkdown(markdown: string, maximum: number): void {
  if (markdown.length > maximum) {
    throw new TooLarge(
      'text-too-long',
      `The text is longer than ${maximum.toLocaleString('en')} characters. Shorten or divide it.`,
    )
  }
  let delimiters = 0
  let work = 0
  for (const line of markdown.split('\n')) {
    requireShallow(line)
    const found = line.match(DELIMITERS)?.length ?? 0
    // Twice the sum so far is what the next ones add to the square.
    work += found * (2 * delimiters + found)
    delimiters = line.trim() === '' ? 0 : delimiters + found
    if (work > DELIMITER_WORK_MAXIMUM) {
      throw new Malformed('markdown-too-dense', 'A paragraph has too many brackets or asterisks.')
    }
  }
}

function requireShallow(line: string): void {
  let containers = 0
  CONTAINER.lastIndex = 0
  while (CONTAINER.test(line)) {
    containers += 1
    if (containers > CONTAINERS_MAXIMUM) throw tooDeep()
  }
  const words = line.search(/[^ \t]/)
  if (words > INDENT_MAXIMUM && /^[-+*>\d]/.test(line.slice(words))) throw tooDeep()
}

/** What is said of Markdown nested too deep. */
export function tooDeep(): Malformed {
  return new Malformed('markdown-too-deep', 'The text is nested too deep.')
}
