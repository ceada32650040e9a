import { describe, expect, test } from 'vitest'
import { missingWords, type Scheduled, stagesOf } from './stages'

const open = { open: true, ownNotes: 2, notesNeeded: 2 }
const shut = { open: false, ownNotes: 1, notesNeeded: 2 }
const scheduled: Scheduled = {
  steps: [
    { kind: 'write-first', notes: 2 },
    { kind: 'circle', from: null },
    { kind: 'class', from: '2026-11-10T08:00:00.000Z' },
  ],
  sections: [open, shut],
  audience: 'circle',
  circle: { name: 'Circle 3' },
  timeZone: 'Europe/Berlin',
}
const states = (more: Partial<Scheduled>) =>
  stagesOf({ ...scheduled, ...more }).map(({ state }) => state)

describe('stages of a schedule', () => {
  test('are said in words, in the time zone of the course', () => {
    expect(stagesOf(scheduled).map(({ title, words }) => `${title}: ${words}`)).toEqual([
      'Write first: 2 own notes open a section',
      'Circle 3: as each section opens',
      'Class: for everybody from Tue 10 Nov, 09:00',
    ])
  })

  test('one writes first while a section is shut', () => {
    expect(states({})).toEqual(['now', 'ahead', 'ahead'])
  })

  test('then it is the circle’s, then the class’s', () => {
    expect(states({ sections: [open, open] })).toEqual(['past', 'now', 'ahead'])
    expect(states({ sections: [open, open], audience: 'class' })).toEqual(['past', 'past', 'now'])
  })

  test('without steps everybody reads everybody at once', () => {
    expect(stagesOf({ ...scheduled, steps: [], sections: [open], audience: 'class' })).toEqual([
      { kind: 'class', title: 'Class', words: 'as each section opens', state: 'now' },
    ])
  })

  test('with nothing but writing first, it stays that stage once all is open', () => {
    const steps = [{ kind: 'write-first', notes: 1 } as const]
    expect(states({ steps, sections: [open], audience: 'class' })).toEqual(['now'])
  })
})

test.each([
  [{ open: true, ownNotes: 0, notesNeeded: 2 }, null],
  [{ open: false, ownNotes: 0, notesNeeded: 2 }, '2 more notes of yours open this section'],
  [{ open: false, ownNotes: 1, notesNeeded: 2 }, 'One more note of yours opens this section'],
  [{ open: false, ownNotes: 0, notesNeeded: 1 }, 'A note of yours opens this section'],
])('what is missing in %j', (section, words) => {
  expect(missingWords(section)).toBe(words)
})
