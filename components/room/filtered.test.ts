import { describe, expect, test } from 'vitest'
import { isStray, shownIds } from './annotations'
import { shownCounts, shownSegments, totalOf } from './coverage'
import { filterWords } from './filter-words'
import { annotate } from './note-commands'
import { NO_FILTERS } from './state'
import { RoomStore } from './store'
import { aNote, noteMessage, passage, START, serverWith } from './testing'

const OPPOSED = [aNote('a', { kind: 'oppose' }), aNote('b', { kind: 'oppose' })]
const counts = (notes: number) => [{ sectionId: 'opening', notes, unread: 0 }]
const marks = [{ start: 10, end: 20, level: 1, state: 'others' }] as const

/** A room of 32 notes that shows those opposed. */
async function filtered() {
  const { server } = serverWith({ notes: OPPOSED })
  const room = new RoomStore(
    { ...START, counts: counts(32) },
    {
      ...server,
      coverage: async () => ({ segments: marks, counts: counts(2) }),
      annotate: async (_input, key) =>
        aNote(`made-${key}`, { author: START.me, target: passage(400, 420) }),
    },
  )
  room.setFilters({ ...NO_FILTERS, kind: 'oppose' })
  await expect.poll(() => room.getState().listing?.status).toBe('ready')
  return room
}

describe('while only some notes are shown', () => {
  test('cards, marks, counts and the words of the button agree', async () => {
    const state = (await filtered()).getState()
    expect(shownIds(state)).toEqual(['a', 'b'])
    expect(shownSegments(state)).toBe(marks)
    expect(totalOf(shownCounts(state))).toBe(2)
    expect(filterWords(state)).toBe('2 of 32 · Oppose')
  })

  test('what one posts stays in view, marked, and is marked in the text', async () => {
    const room = await filtered()
    const target = { start: 400, end: 420, exact: 'words' }
    const made = await annotate(room, { kind: 'support', visibility: 'group', target, body: null })
    const state = room.getState()
    expect(shownIds(state)).toContain(made?.id)
    expect([isStray(state, made?.id ?? ''), isStray(state, 'a')]).toEqual([true, false])
    expect(shownSegments(state).map(({ start }) => start)).toEqual([10, 400])
    room.setFilters(NO_FILTERS)
    expect(isStray(room.getState(), made?.id ?? '')).toBe(false)
  })
})

test('what others write waits until the margin has made room for it', async () => {
  const room = new RoomStore(START, serverWith({}).server)
  const note = aNote('new', { target: passage(10, 20) })
  room.applyEvent(noteMessage('annotation.created', note))
  expect([...room.getState().fresh]).toEqual(['new'])
  room.settleFresh(['new'])
  expect(room.getState().fresh.size).toBe(0)
})
