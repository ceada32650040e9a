import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { kappa, quadraticKappa, rawAgreement, tableOf } from './agreement'

// Values of the literature: Cohen 1960 p. 45 and p. 37, Artstein and Poesio 2008, Agresti 1992 p. 202.
const KNOWN = [
  {
    table: [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ],
    kappa: 0.4915,
    quadratic: 0.4545,
  },
  {
    table: [
      [25, 12, 3],
      [13, 2, 15],
      [12, 16, 2],
    ],
    kappa: -0.092,
    quadratic: null,
  },
  {
    table: [
      [20, 10],
      [20, 50],
    ],
    kappa: 0.348,
    quadratic: 0.3478,
  },
  {
    table: [
      [46, 0, 0],
      [6, 32, 6],
      [0, 0, 10],
    ],
    kappa: 0.801,
    quadratic: null,
  },
  {
    table: [
      [22, 2, 2, 0],
      [5, 7, 14, 0],
      [0, 2, 36, 0],
      [0, 1, 17, 10],
    ],
    kappa: 0.493,
    quadratic: 0.7838,
  },
  {
    table: [
      [80, 7],
      [8, 5],
    ],
    kappa: 0.3144,
    quadratic: 0.3144,
  },
] as const

describe('agreement of two judges', () => {
  it.each(KNOWN)('is kappa $kappa for $table', ({ table, kappa: cohen, quadratic }) => {
    expect(kappa(table)).toBeCloseTo(cohen, 3)
    if (quadratic !== null) expect(quadraticKappa(table)).toBeCloseTo(quadratic, 4)
  })

  it('has weights that forgive a neighbour more than a far category', () => {
    const first = [...times(46, 0), ...times(44, 1), ...times(10, 2)]
    const second = [...times(50, 0), ...times(40, 1), ...times(10, 2)]
    const table = tableOf(
      first.map((value, n) => [value, second[n] ?? 0]),
      3,
    )
    expect(kappa(table)).toBeCloseTo(0.9315, 4)
    expect(quadraticKappa(table)).toBeCloseTo(0.9541, 4)
    expect(rawAgreement(table)).toEqual({ n: 100, share: 0.96 })
  })

  it('is not defined where nothing was judged or all fell into one category', () => {
    expect(
      kappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull()
    expect(
      kappa([
        [7, 0],
        [0, 0],
      ]),
    ).toBeNull()
    expect(rawAgreement([[0]])).toEqual({ n: 0, share: null })
  })

  const pairs = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })), { minLength: 1 })

  test.prop([pairs])('does not depend on who is the first judge', (made) => {
    const swapped = made.map(([one, other]) => [other, one] as const)
    const [value, other] = [kappa(tableOf(made, 5)), kappa(tableOf(swapped, 5))]
    if (value === null || other === null) expect(value).toBe(other)
    else expect(value).toBeCloseTo(other, 9)
  })

  test.prop([fc.array(fc.nat({ max: 4 }), { minLength: 2 })])(
    'is 1 for judges who always agree and use more than one category',
    (values) => {
      fc.pre(new Set(values).size > 1)
      const table = tableOf(
        values.map((value) => [value, value]),
        5,
      )
      expect([kappa(table), quadraticKappa(table)]).toEqual([1, 1])
    },
  )
})

function times(n: number, value: number): number[] {
  return new Array<number>(n).fill(value)
}
