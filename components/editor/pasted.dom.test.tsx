import { generateJSON } from '@tiptap/core'
import { expect, it } from 'vitest'
import { parseReadingDoc, readingExtensions } from '@/lib/text/reading-schema'
import { plainPaste } from './pasted'
import { PASTED } from './pasted.cases'

it.each(PASTED)('of %s the words and the structure are left', (_, html, plain) => {
  expect(plainPaste(html)).toBe(plain)
})

it.each(PASTED)('and of %s the schema makes a text that can be kept', (_, html) => {
  const doc = generateJSON(plainPaste(html), readingExtensions)
  expect(() => parseReadingDoc(doc)).not.toThrow()
})

it('a picture from elsewhere and an unsafe link are left out by the schema', () => {
  const html = '<p><a href="javascript:x()">there</a><img src="https://example.org/a.png"></p>'
  const doc = JSON.stringify(generateJSON(plainPaste(html), readingExtensions))
  expect(doc).not.toMatch(/javascript|example\.org/)
})
