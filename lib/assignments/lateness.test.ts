import { describe, expect, it } from 'vitest'
import { dueTimeOf, type LateRule, latenessFactor, lateRuleWords } from './lateness'

const DUE = new Date('2026-11-12T11:00:00Z')
const LINEAR: LateRule = { kind: 'linear', perDay: 0.1, floor: 0.5 }
const later = (hours: number) => new Date(DUE.getTime() + hours * 3_600_000)

describe('late work', () => {
  it.each<[string, LateRule, number, number]>([
    ['on time', LINEAR, 0, 1],
    ['a moment late', LINEAR, 0.001, 0.9],
    ['a day and an hour late', LINEAR, 25, 0.8],
    ['a month late', LINEAR, 720, 0.5],
    ['within grace', { kind: 'grace', hours: 6 }, 6, 1],
    ['after grace', { kind: 'grace', hours: 6 }, 6.1, 0],
    ['closed', { kind: 'closed' }, 0.001, 0],
    ['without a rule', { kind: 'none' }, 999, 1],
  ])('%s keeps its share', (_, rule, hours, share) => {
    expect(latenessFactor(later(hours), DUE, rule)).toBeCloseTo(share, 9)
  })

  it('does not exist without a due time', () => {
    expect(latenessFactor(later(999), null, { kind: 'closed' })).toBe(1)
  })

  it('is due when one’s own extension says, else the circle’s, else the assignment’s', () => {
    const [own, circle] = [later(48), later(24)]
    expect(dueTimeOf(DUE, [])).toBe(DUE)
    expect(dueTimeOf(DUE, [{ for: 'circle', dueAt: circle }])).toBe(circle)
    const both = [{ for: 'circle', dueAt: circle } as const, { for: 'person', dueAt: own } as const]
    expect(dueTimeOf(DUE, both)).toBe(own)
  })

  it('says its rule in words', () => {
    expect(lateRuleWords(LINEAR)).toBe('Late work loses 10 % a day, never below 50 %')
    expect(lateRuleWords({ kind: 'grace', hours: 1 })).toBe(
      'Late work counts for 1 hour after the due time',
    )
  })
})
