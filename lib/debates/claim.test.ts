import { describe, expect, test } from 'vitest'
import {
  CLAIM_KINDS,
  endorsementsNeeded,
  relationFromNote,
  relationsOf,
  requireRelation,
  statement,
  statementFrom,
  TEXT_MAXIMUM,
} from './claim'

describe('how a claim bears on its parent', () => {
  test('an opposing claim says what it opposes, and no other one does', () => {
    expect(() => requireRelation('claim', 'opposes', 'inference')).not.toThrow()
    expect(() => requireRelation('claim', 'opposes', null)).toThrow('Say what this opposes')
    expect(() => requireRelation('claim', 'supports', 'fact')).toThrow('Only an opposing claim')
  })

  test('questions ask and assumptions underlie: neither is for or against', () => {
    expect(() => requireRelation('question', 'supports', null)).toThrow('cannot be linked')
    expect(() => requireRelation('assumption', 'assumes', null)).not.toThrow()
    expect(CLAIM_KINDS.map((kind) => relationsOf(kind).length)).toEqual([0, 3, 1, 1])
  })

  test('a note keeps its stance when it becomes a claim; a bare note has to be asked', () => {
    expect(['support', 'oppose', 'nuance', 'question', 'note'].map(relationFromNote)).toEqual([
      'supports',
      'opposes',
      'qualifies',
      'asks',
      null,
    ])
  })
})

describe('a statement', () => {
  test('is one line of at most 500 characters', () => {
    expect(statement('  Rested\n men   fight. ')).toBe('Rested men fight.')
    expect(() => statement(' \n ')).toThrow('some words')
    expect(() => statement('x'.repeat(TEXT_MAXIMUM + 1))).toThrow('one statement')
  })

  test('is the first sentence of a longer text, the rest explains it', () => {
    const rest = 'Because of this. '.repeat(40).trim()
    expect(statementFrom(`It is so. ${rest}`)).toEqual({ text: 'It is so.', explanation: rest })
    const endless = 'word '.repeat(200).trim()
    expect(statementFrom(endless).text.length).toBeLessThanOrEqual(TEXT_MAXIMUM)
    expect(statementFrom(endless).explanation).toBe(endless)
  })
})

test('a thesis stands once a third wants it, three people at least', () => {
  expect([1, 2, 3, 6, 9, 12, 30].map(endorsementsNeeded)).toEqual([1, 2, 3, 3, 3, 4, 10])
})
