import { describe, expect, test } from 'vitest'
import { PRESETS } from '@/lib/participation/scheme'
import {
  type AssignmentDraft,
  differingFields,
  draftOf,
  newDraft,
  termsOf,
} from './assignment-draft'

const BERLIN = 'Europe/Berlin'
const filled: AssignmentDraft = { ...newDraft(['s1', 's2']), title: 'Who counts?' }
const errorsOf = (more: Partial<AssignmentDraft>) => termsOf({ ...filled, ...more }, BERLIN).errors

describe('what the form of an assignment comes to', () => {
  test('times are of the course, on either side of a change of clocks', () => {
    const { terms } = termsOf(
      { ...filled, opensAt: '2026-10-24T09:00', dueAt: '2026-10-26T09:00' },
      BERLIN,
    )
    expect(terms).toMatchObject({
      opensAt: '2026-10-24T07:00:00.000Z',
      dueAt: '2026-10-26T08:00:00.000Z',
      repliesUntil: null,
      steps: [
        { kind: 'write-first', notes: 2 },
        { kind: 'class', from: null },
      ],
    })
  })

  test.each<[keyof AssignmentDraft, Partial<AssignmentDraft>]>([
    ['title', { title: '  ' }],
    ['sectionIds', { sectionIds: [] }],
    ['dueAt', { dueAt: '2026-03-29T02:30' }],
    ['dueAt', { opensAt: '2026-11-12T12:00', dueAt: '2026-11-11T12:00' }],
    ['repliesUntil', { dueAt: '2026-11-12T12:00', repliesUntil: '2026-11-11T12:00' }],
    ['notes', { notes: '0' }],
    ['notes', { notes: '' }],
    ['graceHours', { late: 'grace', graceHours: 'two' }],
    ['perDay', { late: 'linear', perDay: '101' }],
    ['classFrom', { byCircle: true }],
    [
      'classFrom',
      { byCircle: true, circleFrom: '2026-11-12T12:00', classFrom: '2026-11-11T12:00' },
    ],
  ])('a fault in %s is said at its field: %j', (field, more) => {
    expect(Object.keys(errorsOf(more) ?? {})).toEqual([field])
  })

  test('what is not asked for is not looked at', () => {
    expect(errorsOf({ writesFirst: false, notes: '' })).toBeNull()
    expect(errorsOf({ late: 'none', perDay: 'x' })).toBeNull()
  })

  test('circles may keep to themselves', () => {
    const { terms } = termsOf({ ...filled, byCircle: true, byClass: false }, BERLIN)
    expect(terms?.steps).toEqual([
      { kind: 'write-first', notes: 2 },
      { kind: 'circle', from: null },
    ])
  })
})

test('an assignment fills the form, and the form comes to the same assignment', () => {
  const terms = {
    title: 'Who counts?',
    instructions: 'Read it twice.',
    requiredKinds: ['question' as const],
    opensAt: null,
    dueAt: '2026-10-26T08:00:00.000Z',
    repliesUntil: '2026-10-30T08:00:00.000Z',
    lateRule: { kind: 'linear' as const, perDay: 0.1, floor: 0.5 },
    steps: [
      { kind: 'write-first' as const, notes: 3 },
      { kind: 'circle' as const, from: null },
      { kind: 'class' as const, from: '2026-10-27T08:00:00.000Z' },
    ],
    scheme: PRESETS[0].scheme,
    names: 'pseudonyms' as const,
  }
  const section = { title: 'One', open: true, ownNotes: 0, notesNeeded: 3 }
  const draft = draftOf({
    ...terms,
    id: 'a',
    groupId: 'g',
    reading: { id: 'r', slug: 'r', title: 'R' },
    version: 1,
    state: 'draft',
    timeZone: BERLIN,
    completion: null,
    can: { lead: true, work: false },
    sections: [{ ...section, id: 's1', prompt: 'Why?' }],
    audience: 'circle',
    circle: null,
    seenAs: null,
    changes: [],
  })
  expect(termsOf(draft, BERLIN).terms).toEqual({
    ...terms,
    sectionIds: ['s1'],
    prompts: { s1: 'Why?' },
  })
  expect(differingFields(draft, { ...draft, title: 'Other', notes: '1' })).toEqual([
    'title',
    'notes',
  ])
})
