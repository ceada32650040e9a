import { describe, expect, it } from 'vitest'
import { Malformed, PublicError, TooLarge } from '@/lib/errors'
import type { DocNode } from './doc-node'
import { readingText } from './document'
import { postFromMarkdown, readingFromMarkdown } from './markdown'
import { HOSTILE, MARKDOWN } from './markdown.cases'
import { parsePostDoc, postText } from './post-schema'
import { parseReadingDoc } from './reading-schema'

function typesIn(node: DocNode): Set<string> {
  const types = new Set([node.type, ...(node.marks ?? []).map(({ type }) => type)])
  for (const child of node.content ?? []) for (const type of typesIn(child)) types.add(type)
  return types
}

describe('Markdown', () => {
  it.each(MARKDOWN)('reads %s', (_, { markdown, text, has = [], hasNot = [] }) => {
    const doc = readingFromMarkdown(markdown)
    expect(readingText(doc).text).toBe(text)
    const types = typesIn(doc)
    expect(has.filter((type) => !types.has(type))).toEqual([])
    expect(hasNot.filter((type) => types.has(type))).toEqual([])
    expect(parseReadingDoc(doc)).toEqual(doc)
  })

  it.each(MARKDOWN)('makes a post of %s that the post schema takes', (_, { markdown }) => {
    const doc = postFromMarkdown(markdown)
    expect(parsePostDoc(doc)).toEqual(doc)
  })

  it('makes headings of a post bold and rows of a table lines', () => {
    const doc = postFromMarkdown('# Title\n\n| a | b |\n|---|---|\n| 1 | 2 |')
    expect(postText(doc)).toBe('Title\na | b\n1 | 2')
    expect(doc.content?.[0]?.content?.[0]?.marks).toEqual([{ type: 'bold' }])
  })

  it('makes an empty paragraph of nothing', () => {
    for (const nothing of ['', ' \n\n ', '\u0000', '---\n']) {
      expect(postText(postFromMarkdown(nothing))).toBe('')
    }
  })
})

describe('hostile Markdown', () => {
  it.each(HOSTILE)('of %s is read or refused quickly', (_, markdown) => {
    const began = process.cpuUsage()
    let outcome: unknown
    try {
      outcome = postFromMarkdown(markdown)
    } catch (error) {
      outcome = error
    }
    const { user, system } = process.cpuUsage(began)
    expect(outcome instanceof Error && !(outcome instanceof PublicError)).toBe(false)
    expect((user + system) / 1000).toBeLessThan(3_000)
  })

  it.each([
    ['quotes', '> '.repeat(5_000)],
    ['lists', '- '.repeat(5_000)],
    ['brackets', '['.repeat(5_000)],
    ['asterisks', '*_'.repeat(5_000)],
    ['quotes in a reading', `${'> '.repeat(25)}a`],
  ])('nested too deep (%s) is refused before it is parsed', (_, markdown) => {
    const began = process.cpuUsage()
    expect(() => readingFromMarkdown(markdown)).toThrow(Malformed)
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1000).toBeLessThan(200)
  })

  it('longer than a post may be is refused', () => {
    expect(() => postFromMarkdown('x'.repeat(20_001))).toThrow(TooLarge)
    expect(postText(postFromMarkdown('x'.repeat(20_000)))).toHaveLength(20_000)
  })

  it('does not blow up by naming one long address often', () => {
    const address = `https://example.org/${'a'.repeat(1_900)}`
    expect(() => postFromMarkdown(`${'[a] '.repeat(1_000)}\n\n[a]: ${address}`)).toThrow(
      PublicError,
    )
  })
})
