import { expect, test } from 'vitest'
import { headline } from './reason'

const flags = (...reasons: string[]) => reasons.map((reason) => ({ reason }))

test.each([
  [
    'flag',
    flags('unsourced', 'harassment', 'unsourced'),
    'Unsourced, say two readers; harassment, says one reader',
  ],
  ['flag', flags('spam'), 'Advertising, says one reader'],
  ['flag', flags(...Array<string>(12).fill('spam')), 'Advertising, say 12 readers'],
  ['flag', [], 'Reported'],
  ['unanswered', [], 'Unanswered question'],
] as const)('%s is said in words', (source, given, words) => {
  expect(headline(source, given)).toBe(words)
})
