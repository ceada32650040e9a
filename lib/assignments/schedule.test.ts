import { describe, expect, it } from 'vitest'
import {
  areStepsInOrder,
  audienceAt,
  notesNeeded,
  opensForAllAt,
  opensSection,
  type Step,
} from './schedule'

const at = (day: number) => new Date(Date.UTC(2026, 10, day))
const STEPS: readonly Step[] = [
  { kind: 'write-first', notes: 2, from: at(9) },
  { kind: 'circle', from: null },
  { kind: 'class', from: at(10) },
]

describe('a schedule of visibility', () => {
  it('opens a section by one’s own notes, and for everybody from a date on', () => {
    expect(notesNeeded(STEPS)).toBe(2)
    expect([opensSection(STEPS, 1), opensSection(STEPS, 2)]).toEqual([false, true])
    expect(opensForAllAt(STEPS)).toEqual(at(9))
  })

  it('holds nothing back where writing first is left out', () => {
    const steps: readonly Step[] = [{ kind: 'class', from: null }]
    expect(opensSection(steps, 0)).toBe(true)
    expect([notesNeeded(steps), opensForAllAt(steps)]).toEqual([0, null])
  })

  it('shows one’s circle until the class’s day, and the class where there are no circles', () => {
    expect([audienceAt(STEPS, at(9)), audienceAt(STEPS, at(10))]).toEqual(['circle', 'class'])
    expect(audienceAt([{ kind: 'circle', from: null }], at(99))).toBe('circle')
    expect(audienceAt([], at(1))).toBe('class')
  })

  it('has its steps in order, each once, with times that run forward', () => {
    const [write, circle, whole] = STEPS
    if (!write || !circle || !whole) throw new Error('three steps')
    expect(areStepsInOrder(STEPS)).toBe(true)
    expect(areStepsInOrder([circle, write])).toBe(false)
    expect(areStepsInOrder([whole, whole])).toBe(false)
    expect(areStepsInOrder([write, { kind: 'class', from: at(8) }])).toBe(false)
  })
})
