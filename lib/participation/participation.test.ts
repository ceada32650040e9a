import { describe, expect, it } from 'vitest'
import { type Assigned, type Item, participationOf } from './participation'
import { DEFAULT_SCHEME, fitScheme } from './scheme'

const DUE = new Date('2026-11-12T11:00:00Z')
const SECTIONS = ['one', 'two', 'three', 'four']

const assigned: Assigned = {
  personId: 'kwame',
  sectionIds: SECTIONS,
  requiredKinds: ['question', 'counter-argument', 'claim-with-source'],
  opensAt: new Date('2026-11-02T08:00:00Z'),
  dueAt: DUE,
  repliesUntil: new Date('2026-11-16T17:00:00Z'),
  timeZone: 'Europe/Berlin',
  lateRule: { kind: 'linear', perDay: 0.1, floor: 0.5 },
}

function note(overrides: Partial<Item> = {}): Item {
  return {
    id: 'n1',
    kind: 'note',
    at: new Date('2026-11-03T18:00:00Z'),
    sectionId: 'one',
    ownWords: 30,
    removal: null,
    duplicate: null,
    kinds: [],
    passage: null,
    answers: null,
    ...overrides,
  }
}

function reply(overrides: Partial<Item> = {}): Item {
  const answers = { threadId: 't1', postId: 'p1', authorId: 'arjun' }
  return note({ id: 'r1', kind: 'reply', answers, ...overrides })
}

const score = (items: readonly Item[], scheme = DEFAULT_SCHEME) =>
  participationOf(items, assigned, scheme)
const reasonFor = (item: Item, ...others: Item[]) =>
  score([...others, item]).items.find(({ id }) => id === item.id)?.reason

describe('participation', () => {
  it('is the weighted mean of what was reached, as the seminar scheme explains it', () => {
    const late = new Date('2026-11-12T20:00:00Z')
    const places = ['one', 'one', 'two', 'two', 'three', 'three', 'four']
    const notes = places.map((sectionId, n) =>
      note({
        id: `n${n}`,
        sectionId,
        passage: { start: n * 10, end: n * 10 + 5 },
        at: sectionId === 'four' ? late : note().at,
        kinds: n === 0 ? ['question'] : n === 1 ? ['counter-argument'] : [],
      }),
    )
    const replies = ['arjun', 'hana', 'arjun'].map((authorId, n) =>
      reply({ id: `r${n}`, answers: { threadId: `t${n}`, postId: `p${n}`, authorId } }),
    )
    const { value, parts } = score([...notes, ...replies])
    expect(parts.map(({ part, reached }) => [part, Number(reached.toFixed(2))])).toEqual([
      ['sections', 3.9],
      ['notes', 6.9],
      ['replies', 3],
      ['kinds', 2],
    ])
    expect(value).toBeCloseTo((3 * (3.9 / 4) + 3 * (6.9 / 8) + 2 * (3 / 4) + 2 * (2 / 3)) / 10, 9)
    expect(value.toFixed(2)).toBe('0.83')
  })

  it.each([
    ['few words', note({ ownWords: 7 }), '7 own words; a note counts from 12'],
    ['one word', reply({ ownWords: 1 }), '1 own word; a reply counts from 12'],
    [
      'a near copy',
      note({ duplicate: { of: 'n8', likeness: 0.89 } }),
      'Near copy of another post; 0.89 alike, the limit is 0.80',
    ],
    ['a section that is not assigned', note({ sectionId: 'nine' }), 'Not in an assigned section'],
    [
      'an early post',
      note({ at: new Date('2026-11-01T00:00:00Z') }),
      'Written before the assignment opened',
    ],
    [
      'an answer to oneself',
      reply({ answers: { threadId: 't', postId: 'p', authorId: 'kwame' } }),
      'An answer to oneself',
    ],
    [
      'a post its author deleted',
      note({ removal: { by: 'author', at: DUE } }),
      'Deleted by its author',
    ],
    [
      'a post staff removed in time',
      note({ removal: { by: 'staff', at: DUE } }),
      'Removed by staff before the deadline',
    ],
  ])('does not count %s, and says why', (_, item, reason) => {
    expect(score([item]).items).toEqual([{ id: item.id, counted: false, factor: 0, reason }])
  })
})

describe('what counts of it', () => {
  it('counts a post that staff removed after the deadline', () => {
    const at = new Date('2026-11-20T00:00:00Z')
    expect(reasonFor(note({ removal: { by: 'staff', at } }))).toBe('')
  })

  it('counts three notes of a section, one of a passage, two replies in a thread a day', () => {
    const four = [0, 1, 2, 3].map((n) =>
      note({ id: `n${n}`, passage: { start: n * 10, end: n * 10 + 9 } }),
    )
    expect(score(four).items.map(({ counted }) => counted)).toEqual([true, true, true, false])
    const half = note({ id: 'n2', passage: { start: 0, end: 5 } })
    const whole = note({ id: 'n1', passage: { start: 0, end: 9 } })
    expect(reasonFor(half, whole)).toBe('Another note on the same passage counts')
    const replies = ['arjun', 'hana', 'ines'].map((authorId, n) =>
      reply({ id: `r${n}`, answers: { threadId: 't', postId: `p${n}`, authorId } }),
    )
    expect(score(replies).items.at(2)?.reason).toBe('At most 2 replies in a thread a day count')
    const nextDay = { ...replies[2], at: new Date('2026-11-03T23:30:00Z') }
    expect(score([...replies.slice(0, 2), reply(nextDay)]).items.at(2)?.counted).toBe(true)
  })

  it('counts half of the replies while they all answer one person', () => {
    const replies = [0, 1, 2].map((n) =>
      reply({ id: `r${n}`, answers: { threadId: `t${n}`, postId: `p${n}`, authorId: 'arjun' } }),
    )
    expect(score(replies).items.at(2)?.reason).toBe(
      'Replies count in full once they answer 2 people',
    )
  })

  it('gives what remains its whole weight where nothing of a part is assigned', () => {
    const scheme = fitScheme(DEFAULT_SCHEME, { sections: 1, kinds: 0 })
    expect(scheme.parts.kinds.weight).toBe(0)
    expect(scheme.parts.sections.goal).toBe(1)
    expect(participationOf([], assigned, scheme).value).toBe(0)
  })
})
