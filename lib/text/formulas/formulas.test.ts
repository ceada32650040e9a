import { describe, expect, it } from 'vitest'
import { fromTex } from '@/lib/converting/html-math'
import { parseReadingDoc } from '@/lib/text/reading-schema'
import { renderReading } from '@/lib/text/render'
import { keptDrawing } from './mathml'

const paragraph = (text: string, drawing: string | null) => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Let ' },
        { type: 'text', text, marks: [{ type: 'math', attrs: { drawing } }] },
        { type: 'text', text: ' hold.' },
      ],
    },
  ],
})

const html = (doc: unknown, segments: Parameters<typeof renderReading>[1] = []) =>
  renderReading(parseReadingDoc(doc), segments)
    .map((section) => section.html)
    .join('')

const { drawing } = fromTex('x^2 < y', false)

describe('a formula', () => {
  it('is drawn beside its words', () => {
    expect(drawing).toContain('<annotation>x^2 &lt; y</annotation>')
    const page = html(paragraph('x^2 < y', drawing))
    expect(page).toContain('<span class="formula"><code data-math="inline">x^2 &lt; y</code>')
    expect(page).toMatch(/<span data-drawn="" aria-hidden="true"><math.*<msup.*<\/math><\/span>/)
  })

  it('shows its words alone where somebody has changed them, or a highlight ends in them', () => {
    expect(html(paragraph('x^3 < y', drawing))).not.toContain('<math')
    const segment = { start: 0, end: 6, level: 1, state: 'others' } as const
    expect(html(paragraph('x^2 < y', drawing), [segment])).not.toContain('<math')
    const whole = { ...segment, end: 11 }
    expect(html(paragraph('x^2 < y', drawing), [whole])).toContain('<math')
  })

  it('of a text that was stored without a drawing stays as it was', () => {
    const doc = parseReadingDoc(paragraph('x^2', null))
    expect(JSON.stringify(doc)).not.toContain('drawing')
    expect(html(doc)).toContain('<code data-math="inline">x^2</code>')
  })

  it.each([
    ['a script', '<math><mrow><script>alert(1)</script></mrow><annotation>x</annotation></math>'],
    ['what is not closed', '<math><mrow><mi>x</mrow><annotation>x</annotation></math>'],
    ['another element', '<svg><mrow></mrow><annotation>x</annotation></math>'],
    ['nothing', ''],
    [
      'too much',
      `<math><mrow>${'<mi>x</mi>'.repeat(3_000)}</mrow><annotation>x</annotation></math>`,
    ],
  ])('is not drawn by %s', (_, kept) => {
    expect(html(paragraph('x', kept))).not.toMatch(/<script|onclick|<svg|<mi>/)
  })

  it('never has a handler', () => {
    const kept = '<math><mrow onclick="x"><mi>x</mi></mrow><annotation>x</annotation></math>'
    expect(html(paragraph('x', kept))).not.toContain('onclick')
  })

  it('keeps what it says when it is read again', () => {
    expect(keptDrawing(drawing)).toMatchObject({ words: 'x^2 < y', math: { name: 'math' } })
  })
})
