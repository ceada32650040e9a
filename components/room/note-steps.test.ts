import { describe, expect, test } from 'vitest'
import { nextNote } from './note-steps'
import { RoomStore } from './store'
import { aNote, passage, START, serverWith } from './testing'

const LONG = {
  ...START,
  reading: {
    ...START.reading,
    sections: [{ id: 'opening', title: 'Opening', level: 0, start: 0, end: 100_000 }],
  },
}
const numbered = (at: number, unread: boolean) =>
  aNote(`n${String(at).padStart(3, '0')}`, { unread, target: passage(at * 100, at * 100 + 20) })
const beside = aNote('beside', { unread: true, target: null })

function roomWith(notes: Parameters<typeof serverWith>[0]['notes']) {
  const { server } = serverWith({ notes, perPage: 50 })
  return new RoomStore({ ...LONG, notes }, server)
}

const unread = (towards: 1 | -1) => ({ towards, unread: true })

describe('the next unread note', () => {
  test('is found behind two hundred others, in both directions', async () => {
    const notes = Array.from({ length: 230 }, (_, at) => numbered(at, true))
    const room = roomWith(notes)
    room.focus('n200')
    expect(await nextNote(room, unread(1))).toBe('n201')
    expect(await nextNote(room, unread(-1))).toBe('n199')
    room.focus('n229')
    expect(await nextNote(room, unread(1))).toBe('n000')
    room.focus('n000')
    expect(await nextNote(room, unread(-1))).toBe('n229')
  })

  test('may be on a section or the whole reading, after the last passage and before the first', async () => {
    const room = roomWith([beside, numbered(3, false), numbered(7, true)])
    room.focus('n007')
    expect(await nextNote(room, unread(1))).toBe('beside')
    expect(await nextNote(room, unread(-1))).toBe('beside')
    room.focus('beside')
    expect(await nextNote(room, unread(1))).toBe('n007')
  })

  test('is none only when there is no other', async () => {
    const room = roomWith([numbered(3, false), numbered(7, true)])
    room.focus('n003')
    expect(await nextNote(room, unread(1))).toBe('n007')
    room.focus('n007')
    expect(await nextNote(room, unread(1))).toBeNull()
  })
})

test('a note on no passage is shown in the list of what it is on', async () => {
  const whole = aNote('whole', { target: null, sectionId: null })
  const room = roomWith([beside, whole, numbered(3, false)])
  await room.visit('beside')
  expect(room.getState()).toMatchObject({
    focusedId: 'beside',
    panel: { on: 'section', sectionId: 'opening' },
  })
  await room.visit('whole')
  expect(room.getState().panel).toEqual({ on: 'reading' })
  await room.visit('n003')
  expect(room.getState().panel).toBeNull()
})
