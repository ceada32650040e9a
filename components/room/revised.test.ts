import { expect, it } from 'vitest'
import { withArrivedNote, withOwnNote } from './annotations'
import { RoomStore } from './store'
import { aNote, noteMessage, passage, START, serverWith } from './testing'

// A page that stands open while its text is revised keeps its text and the places in it.

const later = (id: string) => {
  const note = aNote(id, { target: { ...passage(500, 510), revisionId: 'later' } })
  return { ...note, place: { ...note.place, revisionId: 'later' } }
}

function roomWith(...notes: ReturnType<typeof aNote>[]) {
  return new RoomStore({ ...START, notes }, serverWith({}).server)
}

const news = { id: 'later', number: 2, message: 'Plainer', createdBy: { id: 'noor', name: 'Noor' } }

it('hears of the revision, and of its own one nothing', () => {
  const room = roomWith()
  const { annotation, ...envelope } = noteMessage('reading.revised', aNote('x'))
  const message = { ...envelope, noun: 'revisions' as const }
  room.applyEvent({ ...message, revision: { ...news, id: 'revision' } })
  expect(room.getState().revised).toBeNull()
  room.applyEvent({ ...message, revision: news })
  expect(room.getState().revised).toEqual(news)
  expect(room.getState().said.words).toBe('Noor revised this text')
})

it('shows a note that it knows where it stands in this text, whatever is told of the next one', () => {
  const room = roomWith(aNote('a'))
  room.applyEvent(noteMessage('annotation.edited', { ...later('a'), version: 2, tags: ['new'] }))
  const note = room.getState().notes.get('a')
  expect(note?.target).toEqual(aNote('a').target)
  expect(note?.tags).toEqual(['new'])
})

it('does not put a note into this text that was made on the next one', () => {
  const room = roomWith()
  room.applyEvent(noteMessage('annotation.created', later('b')))
  expect(room.getState().notes.has('b')).toBe(false)
  room.mergeNote(later('b'))
  expect(room.getState().notes.get('b')?.target).toBeNull()
})

it('leaves a note of one’s own where it was written when the server has led it on', () => {
  const room = roomWith()
  room.dispatch((state) => withOwnNote(state, aNote('sent')))
  room.dispatch((state) => withArrivedNote(state, 'sent', later('kept')))
  expect(room.getState().notes.get('kept')?.target).toEqual(aNote('sent').target)
})
