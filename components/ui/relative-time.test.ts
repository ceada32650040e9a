import { expect, test } from 'vitest'
import { absoluteTime, relativeTime } from './relative-time'

const NOW = new Date('2026-03-10T15:30:00Z')

test.each([
  ['2026-03-10T15:29:31Z', 'just now'],
  ['2026-03-10T15:31:00Z', 'just now'],
  ['2026-03-10T15:18:00Z', '12 min ago'],
  ['2026-03-10T14:30:00Z', '1 h ago'],
  ['2026-03-10T00:10:00Z', '15 h ago'],
  ['2026-03-09T23:50:00Z', 'yesterday'],
  ['2026-03-09T00:10:00Z', 'yesterday'],
  ['2026-03-07T20:00:00Z', '3 d ago'],
  ['2026-03-01T20:00:00Z', '1 Mar'],
  ['2025-12-31T20:00:00Z', '31 Dec 2025'],
])('%s is told as %j', (at, words) => {
  const english = relativeTime(new Date(at), NOW)
  expect(english).toBe(words)
})

test('without a now a moment is told as its day', () => {
  expect(relativeTime(new Date('2026-03-10T15:18:00Z'), null)).toBe('10 Mar 2026')
})

test('the absolute time says day and hour', () => {
  expect(absoluteTime(NOW)).toMatch(/Tuesday.*2026.*15:30.*UTC/)
})
