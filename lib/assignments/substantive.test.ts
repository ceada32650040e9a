import { describe, expect, it } from 'vitest'
import { readingFromMarkdown } from '@/lib/text/markdown'
import { substantiveNotes } from './substantive'

const SECTION = 'The harbour office counted forty ships in March, and nobody asked who had counted.'
const count = (...texts: string[]) =>
  substantiveNotes(
    texts.map((text) => readingFromMarkdown(text)),
    SECTION,
  )
const OWN = 'I think the number hides who did the counting, and why it was done that month.'

describe('notes that open a section', () => {
  it.each([
    [
      'two of one’s own',
      2,
      [
        `First. ${OWN}`,
        `But the second count of April came to another sum, and why is that so? ${OWN}`,
      ],
    ],
    ['one and its copy', 1, [OWN, `${OWN}!`]],
    ['a word', 0, ['ok']],
    ['what was copied from the text', 0, [SECTION]],
    ['what somebody else said', 0, [`> ${OWN}`]],
  ])('%s: %i', (_, n, texts) => {
    expect(count(...texts)).toBe(n)
  })
})
