import fc from 'fast-check'
import { expect, it } from 'vitest'
import { coverTable } from './covering'

const ranges = fc.array(fc.record({ id: fc.uuid(), start: fc.nat(30), end: fc.nat(30) }), {
  maxLength: 20,
})

const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id).sort()

it('finds just the ranges that lie on a place', () => {
  fc.assert(
    fc.property(ranges, (all) => {
      const table = coverTable(all)
      for (let offset = 0; offset < 30; offset += 1) {
        const expected = all.filter(({ start, end }) => start <= offset && offset < end)
        expect(ids(table.at(offset))).toEqual(ids(expected))
      }
    }),
  )
})

it('finds just the ranges that touch a stretch', () => {
  fc.assert(
    fc.property(ranges, fc.nat(30), fc.nat(30), (all, from, to) => {
      fc.pre(from < to)
      const expected = all.filter(({ start, end }) => start < end && start < to && end > from)
      expect(ids(coverTable(all).within(from, to))).toEqual(ids(expected))
    }),
  )
})

it('gives the shortest first', () => {
  const table = coverTable([
    { name: 'section', start: 0, end: 90 },
    { name: 'word', start: 10, end: 14 },
    { name: 'sentence', start: 5, end: 40 },
  ])
  expect(table.at(12).map(({ name }) => name)).toEqual(['word', 'sentence', 'section'])
})
