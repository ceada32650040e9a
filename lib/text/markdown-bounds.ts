// The Markdown parser nests by recursion, and its cost grows with the square of some things: delimiters in one paragraph, lines of
// quotes, underlined headings. All are bounded before it sees a text, by one pass over the lines.

import { Malformed, TooLarge } from '@/lib/errors'

const CONTAINERS_MAXIMUM = 24
const INDENT_MAXIMUM = 120
// Measured with micromark 4: 2,000,000 is about 0.2 s, and 100 paragraphs of 140 delimiters each.
const DELIMITER_WORK_MAXIMUM = 2_000_000

// Measured with micromark 4: 5,000 underlined headings in 20 kB take 6 s, 500 in 1 MB take 2 s.
const UNDERLINES_MAXIMUM = 500
// Measured likewise: 38,000 lines in 100 kB take 14 s, 3,000 about 0.3 s.
const QUOTED_LINES_MAXIMUM = 3_000

const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/
const QUOTED = /^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*>/
const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y
const DELIMITERS = /\*+|_+|~+|`+|[[\]<(|]/g

/**
 * Throws TooLarge for more than `maximum` UTF-16 code units, Malformed for quotes and lists nested too deep and for more delimiters in
 * a paragraph, quoted lines or underlined headings than any text needs. Linear.
 */
export function checkMarkdown(markdown: string, maximum: number): void {
  if (markdown.length > maximum) {
    throw new TooLarge(
      'text-too-long',
      `The text is longer than ${maximum.toLocaleString('en')} characters. Shorten or divide it.`,
    )
  }
  const allowance = markdownAllowance()
  for (const line of markdown.split('\n')) {
    requireShallow(line)
    if (!allowance(line)) throw tooDense()
  }
}

/** A function that is shown line after line and says whether the parser's work so far is still allowed. */
function markdownAllowance(): (line: string) => boolean {
  const left = {
    work: DELIMITER_WORK_MAXIMUM,
    quoted: QUOTED_LINES_MAXIMUM,
    underlines: UNDERLINES_MAXIMUM,
  }
  let delimiters = 0
  let isQuote = false
  let isOpen = false
  return (line) => {
    if (isOpen && UNDERLINE.test(line)) left.underlines -= 1
    isOpen = line.trim() !== ''
    const found = line.match(DELIMITERS)?.length ?? 0
    // What these add to the square of the paragraph's sum.
    left.work -= found * (2 * delimiters + found)
    delimiters = isOpen ? delimiters + found : 0
    isQuote = isOpen && (isQuote || QUOTED.test(line))
    if (isQuote) left.quoted -= 1
    return left.work >= 0 && left.quoted >= 0 && left.underlines >= 0
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

function tooDense(): Malformed {
  return new Malformed(
    'markdown-too-dense',
    'The text has too many brackets, asterisks, quoted lines or underlined headings. Divide it.',
  )
}
