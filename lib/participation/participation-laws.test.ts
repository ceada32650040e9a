import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { REQUIRED_KINDS } from '@/lib/assignments/required-kinds'
import { type Assigned, type Item, participationOf } from './participation'
import { PRESETS, type Scheme } from './scheme'

const SECTIONS = ['one', 'two', 'three', 'four']

const assigned: Assigned = {
  personId: 'kwame',
  sectionIds: SECTIONS,
  requiredKinds: ['question', 'counter-argument', 'claim-with-source'],
  opensAt: new Date('2026-11-02T08:00:00Z'),
  dueAt: new Date('2026-11-12T11:00:00Z'),
  repliesUntil: new Date('2026-11-16T17:00:00Z'),
  timeZone: 'Europe/Berlin',
  lateRule: { kind: 'linear', perDay: 0.1, floor: 0.5 },
}

const score = (items: readonly Item[], scheme: Scheme) => participationOf(items, assigned, scheme)

const item: fc.Arbitrary<Item> = fc
  .record({
    kind: fc.constantFrom('note', 'reply'),
    hour: fc.nat({ max: 500 }),
    sectionId: fc.constantFrom(...SECTIONS, 'nine', null),
    ownWords: fc.nat({ max: 40 }),
    isCopy: fc.boolean(),
    kinds: fc.subarray([...REQUIRED_KINDS]),
    start: fc.nat({ max: 30 }),
    post: fc.nat({ max: 6 }),
    authorId: fc.constantFrom('arjun', 'hana', 'ines', 'kwame'),
  })
  .map(({ kind, hour, start, post, authorId, isCopy, ...rest }) => ({
    ...rest,
    id: '',
    kind: kind === 'note' ? 'note' : 'reply',
    at: new Date(Date.parse('2026-11-01T00:00:00Z') + hour * 3_600_000),
    removal: null,
    duplicate: isCopy ? { of: 'other', likeness: 0.9 } : null,
    passage: kind === 'note' ? { start: start * 10, end: start * 10 + 9 } : null,
    answers: kind === 'note' ? null : { threadId: `t${post % 3}`, postId: `p${post}`, authorId },
  }))
const items = fc
  .array(item, { maxLength: 25 })
  .map((made) =>
    made
      .toSorted((one, other) => one.at.getTime() - other.at.getTime())
      .map((each, n) => ({ ...each, id: String(n).padStart(3, '0') })),
  )
const schemes = fc.constantFrom(...PRESETS.map(({ scheme }) => scheme))
const last = new Date('2026-12-01T00:00:00Z')

describe('laws of participation', () => {
  test.prop([items, item, schemes])('adding work never lowers it', (made, more, scheme) => {
    const added = [...made, { ...more, id: '999', at: last }]
    expect(score(added, scheme).value).toBeGreaterThanOrEqual(score(made, scheme).value)
  })

  test.prop([items, fc.infiniteStream(fc.nat()), schemes])(
    'the order in which facts are listed does not matter',
    (made, keys, scheme) => {
      const keyed = made.map((each) => ({ each, key: keys.next().value ?? 0 }))
      const mixed = keyed.toSorted((one, other) => one.key - other.key).map(({ each }) => each)
      expect(score(mixed, scheme)).toEqual(score(made, scheme))
    },
  )

  test.prop([items, fc.nat(), schemes])(
    'cutting a post in two on its passage, or an answer in two answers, never raises it',
    (made, which, scheme) => {
      const whole = made[which % Math.max(1, made.length)]
      const cut = made.flatMap((each) => (each === whole ? halvesOf(each) : [each]))
      expect(score(cut, scheme).value).toBeLessThanOrEqual(score(made, scheme).value + 1e-9)
    },
  )

  test.prop([items, schemes])('a near copy is worth nothing', (made, scheme) => {
    const copies = made.map((each) => ({
      ...each,
      id: `${each.id}-again`,
      duplicate: { of: each.id, likeness: 1 },
    }))
    expect(score([...made, ...copies], scheme).value).toBe(score(made, scheme).value)
  })

  test.prop([items, schemes])('every item left out has its reason', (made, scheme) => {
    const { items: judged, value } = score(made, scheme)
    expect(judged).toHaveLength(made.length)
    for (const { counted, reason } of judged) expect(counted || reason !== '').toBe(true)
    expect(value).toBeGreaterThanOrEqual(0)
    expect(value).toBeLessThanOrEqual(1)
  })

  test.prop([items, schemes])(
    'staff removing posts after the deadline lowers nothing',
    (made, scheme) => {
      const removed = made.map((each) => ({ ...each, removal: { by: 'staff' as const, at: last } }))
      expect(score(removed, scheme).value).toBe(score(made, scheme).value)
    },
  )
})

function halvesOf(whole: Item): readonly Item[] {
  const ownWords = Math.ceil(whole.ownWords / 2)
  return ['a', 'b'].map((half) => ({ ...whole, id: `${whole.id}${half}`, ownWords }))
}
