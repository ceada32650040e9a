import { describe, expect, it } from 'vitest'
import { areStepsInOrder, audienceAt, doGatesNarrow, gatesOf, type Step } from './schedule'

const at = (day: number) => new Date(Date.UTC(2026, 10, day))
const WRITE: Step = { kind: 'write-first', notes: 2 }
const STEPS: readonly Step[] = [
  WRITE,
  { kind: 'circle', from: at(9) },
  { kind: 'class', from: at(10) },
]

describe('a schedule of visibility', () => {
  it('opens a section by one’s own notes, and for everybody once the next step has come', () => {
    const gates = { notesFirst: 2, openForAllAt: at(9), byCircle: true, classAt: at(10) }
    expect(gatesOf(STEPS)).toEqual(gates)
    expect(gatesOf([WRITE, { kind: 'class', from: null }]).openForAllAt).toBeNull()
  })

  it('holds nothing back where writing first is left out', () => {
    expect(gatesOf([{ kind: 'class', from: at(9) }])).toMatchObject({
      notesFirst: 0,
      openForAllAt: null,
    })
  })

  it('shows one’s circle until the class’s day, and the class where there are no circles', () => {
    const gates = gatesOf(STEPS)
    expect([audienceAt(gates, at(9)), audienceAt(gates, at(10))]).toEqual(['circle', 'class'])
    expect(audienceAt(gatesOf([{ kind: 'circle', from: null }]), at(99))).toBe('circle')
    expect(audienceAt(gatesOf([]), at(1))).toBe('class')
  })

  it('has its steps in order, each once, with times that run forward', () => {
    const whole: Step = { kind: 'class', from: at(10) }
    const circle: Step = { kind: 'circle', from: at(9) }
    expect(areStepsInOrder(STEPS)).toBe(true)
    expect(areStepsInOrder([circle, WRITE])).toBe(false)
    expect(areStepsInOrder([whole, whole])).toBe(false)
    expect(areStepsInOrder([circle, { ...whole, from: at(8) }])).toBe(false)
  })

  it.each<[string, boolean, readonly Step[], readonly Step[]]>([
    ['writing first is added', true, [], [WRITE]],
    ['more notes are asked', false, [WRITE], [{ kind: 'write-first', notes: 3 }]],
    ['a day is put off', true, STEPS, [WRITE, { kind: 'class', from: at(12) }]],
    ['a day comes earlier', false, STEPS, [WRITE, { kind: 'class', from: at(1) }]],
    ['circles are added', true, [WRITE], [WRITE, { kind: 'circle', from: null }]],
    ['everything falls away', false, STEPS, []],
  ])('narrows what was seen when %s: %s', (_, narrows, before, after) => {
    expect(doGatesNarrow(gatesOf(before), gatesOf(after))).toBe(narrows)
  })
})
