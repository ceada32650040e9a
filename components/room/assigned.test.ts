import { describe, expect, test } from 'vitest'
import { roomHref } from '@/lib/readings/room-href'
import { annotate } from './note-commands'
import { noteDraftKey } from './room-drafts'
import { RoomStore } from './store'
import { aNote, noteMessage, passage, START, serverWith } from './testing'

const ASSIGNED = { ...START, assignment: { id: 'task', prompts: [], circles: [] } }

describe('a page that is open for an assignment', () => {
  test('hears nothing of other discussions of its group', () => {
    const room = new RoomStore(ASSIGNED, serverWith({}).server)
    room.applyEvent(noteMessage('annotation.created', aNote('other', { target: passage(1, 2) })))
    const { notes, counts, said } = room.getState()
    expect([notes.size, counts, said.turn]).toEqual([0, START.counts, 0])
    const own = aNote('own', { target: passage(1, 2), assignmentId: 'task' })
    room.applyEvent(noteMessage('annotation.created', own))
    expect([...room.getState().notes.keys()]).toEqual(['own'])
  })

  test('sends what is written for the assignment', async () => {
    const sent: unknown[] = []
    const { server } = serverWith({})
    const room = new RoomStore(ASSIGNED, {
      ...server,
      annotate: async (input) => {
        sent.push(input.assignmentId)
        return aNote('made', { assignmentId: 'task' })
      },
    })
    const target = { start: 1, end: 2, exact: 'w' }
    await annotate(room, { kind: 'note', visibility: 'group', target, body: null })
    expect(sent).toEqual(['task'])
  })

  test('keeps its drafts apart, and leads back to itself', () => {
    const [assigned, plain] = [ASSIGNED, START].map((start) =>
      new RoomStore(start, serverWith({}).server).getState(),
    )
    if (!assigned || !plain) throw new Error('There are two rooms.')
    const place = { target: null, sectionId: 'opening' }
    expect(noteDraftKey(assigned, place)).not.toBe(noteDraftKey(plain, place))
    expect([roomHref(assigned), roomHref(plain)]).toEqual([
      '/readings/reading?assignment=task',
      '/readings/reading?group=desk',
    ])
  })
})
