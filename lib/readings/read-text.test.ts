import { expect, test } from 'vitest'
import { renderReading } from '@/lib/text/render'
import { readText } from './read-text'

const read = (value: string) =>
  readText({ source: { format: 'markdown', value }, language: 'en' }).doc

test('formulas in Markdown that is sent are drawn, and their words stay', () => {
  const doc = read('So $x^2 < y$ holds.\n\n$$\\frac{a}{b}$$')
  const html = renderReading(doc, [])
    .map((section) => section.html)
    .join('')
  expect(html.match(/<math\b/g)).toHaveLength(2)
  expect(JSON.stringify(doc)).toContain('"text":"x^2 < y"')
})

test('prices and code are none', () => {
  expect(JSON.stringify(read('From $5 to $6, or `$a$`.'))).not.toContain('drawing')
})
