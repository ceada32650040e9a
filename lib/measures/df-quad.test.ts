import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { dfQuad, type Weighed } from './df-quad'

const claim = (id: string, base: number, supporters: string[] = [], attackers: string[] = []) => ({
  id,
  base,
  supporters,
  attackers,
})

describe('DF-QuAD', () => {
  test('leaves a claim alone that nothing is said about', () => {
    expect(dfQuad([claim('a', 0.3)]).get('a')).toBe(0.3)
  })

  test('moves it towards 1 by a supporter and towards 0 by an attacker', () => {
    const one = dfQuad([claim('a', 0.5, ['s']), claim('s', 0.5)])
    expect(one.get('a')).toBeCloseTo(0.75, 10) // 0.5 + 0.5 · 0.5
    const other = dfQuad([claim('a', 0.5, [], ['t']), claim('t', 0.5)])
    expect(other.get('a')).toBeCloseTo(0.25, 10) // 0.5 − 0.5 · 0.5
  })

  test('weighs two supporters against one attacker', () => {
    const strengths = dfQuad([
      claim('a', 0.5, ['s', 't'], ['u']),
      claim('s', 0.5),
      claim('t', 0.5),
      claim('u', 0.5),
    ])
    expect(strengths.get('a')).toBeCloseTo(0.625, 10) // support 0.75, attack 0.5: 0.5 + 0.5 · 0.25
  })

  test('lets an attack on an attacker help', () => {
    const strengths = dfQuad([
      claim('a', 0.5, [], ['t']),
      claim('t', 0.5, [], ['u']),
      claim('u', 1),
    ])
    expect(strengths.get('t')).toBe(0)
    expect(strengths.get('a')).toBe(0.5)
  })

  test('computes a claim under two parents once, whatever the order they come in', () => {
    const shared = claim('s', 0.8)
    const claims = [claim('a', 0.5, ['s']), claim('b', 0.5, [], ['s']), shared]
    expect(dfQuad(claims.toReversed())).toEqual(new Map(dfQuad(claims)))
    expect(dfQuad(claims).get('b')).toBeCloseTo(0.1, 10)
  })

  test('goes to any depth', () => {
    const deep = Array.from({ length: 20_000 }, (_, at) => claim(`${at}`, 0.5, [], [`${at + 1}`]))
    expect(dfQuad(deep).get('0')).toBeGreaterThan(0.25)
  })

  const graph: fc.Arbitrary<Weighed[]> = fc
    .array(
      fc.record({
        base: fc.double({ min: 0, max: 1, noNaN: true }),
        parent: fc.nat(),
        supports: fc.boolean(),
      }),
      {
        minLength: 1,
        maxLength: 30,
      },
    )
    .map((nodes) =>
      nodes.map(({ base }, at) => {
        const children = nodes.flatMap((node, index) =>
          index > at && node.parent % index === at
            ? [{ id: `${index}`, supports: node.supports }]
            : [],
        )
        const of = (supports: boolean) =>
          children.filter((child) => child.supports === supports).map(({ id }) => id)
        return { id: `${at}`, base, supporters: of(true), attackers: of(false) }
      }),
    )

  property.prop([graph])('keeps every strength between 0 and 1', (claims) => {
    for (const strength of dfQuad(claims).values()) {
      expect(strength).toBeGreaterThanOrEqual(0)
      expect(strength).toBeLessThanOrEqual(1)
    }
  })
})
