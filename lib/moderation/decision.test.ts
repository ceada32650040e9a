import { expect, test } from 'vitest'
import { appealableUntil, decisionsFor, endOf, requireFits, upholds } from './decision'

test('only a claim is merged and split, and no reply is moved', () => {
  expect(decisionsFor('claim', 'flag')).toEqual(expect.arrayContaining(['merge', 'split', 'move']))
  for (const kind of ['merge', 'split'] as const) {
    expect(() => requireFits(kind, 'annotation', 'flag')).toThrow(/no decision about a note/)
  }
  expect(() => requireFits('move', 'reply', 'flag')).toThrow(/no decision about a reply/)
  expect(() => requireFits('hide', 'reply', 'flag')).not.toThrow()
})

test('what waits for approval is shown or not, and nothing else is decided of it', () => {
  expect(decisionsFor('annotation', 'held')).toEqual(['approve', 'hide', 'remove'])
  expect(() => requireFits('lock', 'annotation', 'held')).toThrow(/waits for approval/)
})

test('to approve says that the reporters were wrong, to hide that they were right, to resolve neither', () => {
  expect([upholds('approve'), upholds('hide'), upholds('resolve')]).toEqual([false, true, null])
})

test('an appeal is open for six months, also over the end of a year', () => {
  expect(appealableUntil(new Date('2026-10-15T12:00:00Z'))).toEqual(
    new Date('2027-04-15T12:00:00Z'),
  )
})

test('a mute ends after seven days unless it says otherwise; nothing else ends', () => {
  const from = new Date('2026-01-01T00:00:00Z')
  expect(endOf('mute', undefined, from)).toEqual(new Date('2026-01-08T00:00:00Z'))
  expect(endOf('suspend', 30, from)).toEqual(new Date('2026-01-31T00:00:00Z'))
  expect(endOf('hide', 30, from)).toBeNull()
})
