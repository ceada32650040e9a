import { describe, expect, it } from 'vitest'
import { Malformed, TooLarge } from '@/lib/errors'
import { checkBounds } from './bounds'
import { parsePostDoc, postText } from './post-schema'
import { parseReadingDoc } from './reading-schema'
import { MALFORMED } from './render.cases'

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const doc = (...content: unknown[]) => ({ type: 'doc', content })

function nested(depth: number): unknown {
  const open = '{"type":"blockquote","content":['
  return JSON.parse(
    `{"type":"doc","content":[${open.repeat(depth)}${JSON.stringify(paragraph('x'))}${']}'.repeat(depth)}]}`,
  )
}

describe('a document from outside', () => {
  it.each(MALFORMED)('is refused: %s', (_, json) => {
    expect(() => parseReadingDoc(json)).toThrow(Malformed)
    expect(() => parsePostDoc(json)).toThrow(Malformed)
  })

  it.each([3_000, 100_000])('nested %i deep is refused, quickly and without a crash', (depth) => {
    const json = nested(depth)
    const began = process.cpuUsage()
    expect(() => parsePostDoc(json)).toThrow(Malformed)
    expect(() => parseReadingDoc(json)).toThrow(Malformed)
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1000).toBeLessThan(200)
  })

  it('may nest as deep as people do', () => {
    expect(postText(parsePostDoc(nested(9)))).toBe('x')
    expect(() => parseReadingDoc(nested(25))).not.toThrow()
  })

  it('is refused when an attribute hides the depth', () => {
    const attrs = JSON.parse(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`)
    expect(() => parsePostDoc(doc({ ...paragraph('x'), attrs }))).toThrow(Malformed)
  })

  it('is refused with too many parts or too long a text', () => {
    expect(() => parsePostDoc(doc(...Array(2_100).fill(paragraph('x'))))).toThrow(TooLarge)
    expect(() => parsePostDoc(doc(paragraph('x'.repeat(20_001))))).toThrow(TooLarge)
    expect(() =>
      parsePostDoc(doc({ ...paragraph('x'), attrs: { a: 'x'.repeat(300_000) } })),
    ).toThrow(TooLarge)
    expect(() => checkBounds(Array(1_000).fill(1), { depth: 9, nodes: 10, text: 10 })).toThrow(
      TooLarge,
    )
  })

  it('keeps nothing of keys it does not know', () => {
    const json = JSON.parse(
      '{"type":"doc","__proto__":{"polluted":1},"x":1,"content":[{"type":"paragraph","attrs":{"__proto__":{"href":"x"},"constructor":{"prototype":{}}},"content":[{"type":"text","text":"a","evil":1,"marks":[{"type":"__proto__"},{"type":"bold","attrs":{"__proto__":{"x":1}}}]}]}]}',
    )
    expect(JSON.stringify(parsePostDoc(json))).toBe(
      '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"bold"}]}]}]}',
    )
    expect('polluted' in {}).toBe(false)
  })

  it('keeps of a mention the person and the name, and says it in plain text', () => {
    const id = '01890000-0000-7000-8000-000000000001'
    const mention = {
      type: 'mention',
      attrs: { id, label: 'Ана\nПетровић', mentionSuggestionChar: '@' },
    }
    const parsed = parsePostDoc(
      doc({ type: 'paragraph', content: [{ type: 'text', text: 'See ' }, mention] }),
    )
    expect(postText(parsed)).toBe('See @Ана Петровић')
    expect(parsed.content?.[0]?.content?.[1]?.attrs).toEqual({ id, label: 'Ана Петровић' })
  })

  it('has neither headings nor tables as a post', () => {
    expect(() => parsePostDoc(doc({ ...paragraph('x'), type: 'heading' }))).toThrow(Malformed)
  })

  it('keeps marks of one text in one order, each once', () => {
    const marks = [{ type: 'code' }, { type: 'bold' }, { type: 'bold' }, { type: 'underline' }]
    const parsed = parsePostDoc(
      doc({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks }] }),
    )
    expect(parsed.content?.[0]?.content?.[0]?.marks).toEqual([{ type: 'bold' }, { type: 'code' }])
  })
})
