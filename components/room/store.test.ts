import { describe, expect, it } from 'vitest'
import { withArrivedNote, withOwnNote } from './annotations'
import { counted } from './coverage'
import type { Coverage } from './state'
import { RoomStore } from './store'
import {
  ANA,
  aNote,
  aReply,
  noteMessage,
  passage,
  replyMessage,
  START,
  serverWith,
} from './testing'

function roomWith(...loaded: Parameters<typeof serverWith>) {
  const { server, asked } = serverWith(...loaded)
  return { room: new RoomStore(START, server), asked }
}

describe('notes told by the live channel', () => {
  it('stand in the order of the text, then of their making', () => {
    const { room } = roomWith({})
    room.applyEvent(noteMessage('annotation.created', aNote('c', { target: passage(50, 60) })))
    room.applyEvent(noteMessage('annotation.created', aNote('b')))
    room.applyEvent(noteMessage('annotation.created', aNote('a')))
    expect(room.getState().order).toEqual(['a', 'b', 'c'])
  })

  it('raise the marks and the counts once, however often they are told', () => {
    const { room } = roomWith({})
    const message = noteMessage('annotation.created', aNote('a'))
    room.applyEvent(message)
    room.applyEvent(message)
    expect(room.getState().segments).toEqual([{ start: 10, end: 20, level: 1, state: 'others' }])
    expect(room.getState().counts).toEqual([{ sectionId: 'opening', notes: 1, unread: 1 }])
  })

  it('are news when others wrote them, and none when I did', () => {
    const { room } = roomWith({})
    room.applyEvent(noteMessage('annotation.created', aNote('a')))
    room.applyEvent(noteMessage('annotation.created', aNote('b', { author: ANA }), ANA))
    const { notes } = room.getState()
    expect([notes.get('a')?.unread, notes.get('b')?.unread]).toEqual([true, false])
  })

  it('do not bring back an older wording that arrives late', () => {
    const { room } = roomWith({})
    const words = (text: string, version: number) =>
      aNote('a', { version, body: { format: 'tiptap', value: { type: 'doc' }, text } })
    room.applyEvent(noteMessage('annotation.created', words('first', 1)))
    room.applyEvent(noteMessage('annotation.edited', words('third', 3)))
    room.applyEvent(noteMessage('annotation.edited', words('second', 2)))
    expect(room.getState().notes.get('a')?.body?.text).toBe('third')
  })

  it('keep what only this reader knows: what is unread, how he reacted', () => {
    const { room } = roomWith({})
    const reactions = [{ emoji: '👍', count: 1, mine: true }]
    room.mergeNote(aNote('a', { unread: true, reactions }))
    const told = aNote('a', { reactions: [{ emoji: '👍', count: 2, mine: false }] })
    room.applyEvent(noteMessage('annotation.reacted', told))
    expect(room.getState().notes.get('a')).toMatchObject({
      unread: true,
      reactions: [{ emoji: '👍', count: 2, mine: true }],
    })
  })
})

describe('notes that go', () => {
  it('leave when they are hidden, with the focus on them', () => {
    const { room } = roomWith({})
    room.mergeNote(aNote('a'))
    room.focus('a')
    const message = { ...noteMessage('annotation.hidden', aNote('a')), annotation: null }
    room.applyEvent(message)
    expect(room.getState()).toMatchObject({ order: [], focusedId: null })
  })

  it('leave when deleted without replies, and keep their place with some', () => {
    const { room } = roomWith({})
    const deleted = { by: 'author' as const, at: '2026-01-05T11:00:00.000Z' }
    room.mergeNote(aNote('a'))
    room.mergeNote(aNote('b', { replyCount: 2 }))
    const gone = { deleted, author: null, body: null, version: 2 }
    room.applyEvent(noteMessage('annotation.deleted', aNote('a', gone)))
    room.applyEvent(noteMessage('annotation.deleted', aNote('b', { ...gone, replyCount: 2 })))
    expect(room.getState().order).toEqual(['b'])
    expect(room.getState().notes.get('b')?.deleted?.by).toBe('author')
  })
})

describe('a note that is deleted while it is open', () => {
  const deleted = { by: 'author' as const, at: '2026-01-05T11:00:00.000Z' }
  const gone = aNote('a', { deleted, author: null, body: null, version: 2 })
  const message = noteMessage('annotation.deleted', gone)

  it('stays as a deleted one, so that what is written in answer stays, and goes when it is left', () => {
    const { room } = roomWith({})
    room.mergeNote(aNote('a'))
    room.focus('a')
    room.applyEvent(message)
    expect(room.getState().notes.get('a')).toMatchObject({ body: null, can: { reply: false } })
    room.focus(null)
    expect(room.getState().order).toEqual([])
  })

  it('goes at once when another one is open', () => {
    const { room } = roomWith({})
    room.mergeNote(aNote('a'))
    room.applyEvent(message)
    expect(room.getState().order).toEqual([])
  })
})

describe('notes of my own', () => {
  it('hold back what is told of them while on their way, so that they never stand twice', () => {
    const { room } = roomWith({})
    const mine = aNote('real', { author: ANA })
    const own = aNote('provisional', { author: ANA, version: 0 })
    room.dispatch((state) => counted(withOwnNote(state, own), own))
    room.track('provisional', { status: 'sending', problem: null, again: () => {} })
    room.applyEvent(noteMessage('annotation.created', mine, ANA))
    expect(room.getState().order).toEqual(['provisional'])
    room.track('provisional', { status: 'waiting', problem: 'no answer', again: () => {} })
    expect(room.getState().order).toEqual(['provisional'])
    room.dispatch((state) => withArrivedNote(state, 'provisional', mine))
    room.track('provisional', null)
    expect(room.getState().order).toEqual(['real'])
    expect(room.getState().counts).toEqual([{ sectionId: 'opening', notes: 1, unread: 0 }])
  })
})

describe('the marks and counts', () => {
  const one = [{ sectionId: 'opening', notes: 1, unread: 0 }]
  const two = [{ sectionId: 'opening', notes: 2, unread: 0 }]

  function counting() {
    const answers: ((counts: typeof one) => void)[] = []
    const { server } = serverWith({})
    const coverage = () =>
      new Promise<Coverage>((answer) => {
        answers.push((counts) => answer({ segments: [], counts }))
      })
    return { room: new RoomStore({ ...START, counts: one }, { ...server, coverage }), answers }
  }

  it('are asked for again when a note was counted while the answer was on its way', async () => {
    const { room, answers } = counting()
    const asked = room.refetchCoverage()
    room.applyEvent(noteMessage('annotation.created', aNote('new')))
    answers[0]?.(one)
    await asked
    expect(room.getState().counts).toMatchObject([{ notes: 2 }])
    await expect.poll(() => answers.length).toBe(2)
    answers[1]?.(two)
    await expect.poll(() => room.getState().counts).toEqual(two)
  })

  it('wait for a note that is on its way', async () => {
    const { room, answers } = counting()
    const own = aNote('own', { author: ANA, version: 0 })
    room.dispatch((state) => counted(withOwnNote(state, own), own))
    room.track('own', { status: 'sending', problem: null, again: () => {} })
    await room.refetchCoverage()
    expect(answers).toHaveLength(0)
    room.dispatch((state) => withArrivedNote(state, 'own', aNote('real', { author: ANA })))
    room.track('own', null)
    await expect.poll(() => answers.length).toBe(1)
  })

  it('hold a note that waits for the line besides those of the server', async () => {
    const { room, answers } = counting()
    const own = aNote('own', { author: ANA, version: 0 })
    room.dispatch((state) => counted(withOwnNote(state, own), own))
    room.track('own', { status: 'waiting', problem: null, again: () => {} })
    const asked = room.refetchCoverage()
    answers[0]?.(one)
    await asked
    expect(room.getState().counts).toEqual(two)
  })
})

describe('notes that the server answers', () => {
  it('do not undo what the live channel told after they were asked for', async () => {
    const stale = aNote('a', { resolution: null })
    const { room } = roomWith({ notes: [stale] })
    const loading = room.loadRange(0, 100)
    const resolution = { at: '2026-01-05T11:00:00.000Z', by: ANA }
    room.applyEvent(noteMessage('thread.resolved', aNote('a', { resolution })))
    await loading
    expect(room.getState().notes.get('a')?.resolution).toEqual(resolution)
  })

  it('are all there again after a reset, without those that were deleted meanwhile', async () => {
    const { room } = roomWith({ notes: [aNote('a')] })
    room.mergeNote(aNote('gone'))
    await room.loadRange(0, 100)
    await room.refresh()
    expect(room.getState().order).toEqual(['a'])
  })

  it('can be visited when they are not loaded; a missing one says so', async () => {
    const { room } = roomWith({ notes: [aNote('a')] })
    await room.visit('a')
    expect(room.getState().focusedId).toBe('a')
    await expect(room.visit('b')).rejects.toThrow('no such note')
    expect(room.getState().focusedId).toBe('a')
  })
})

describe('replies', () => {
  it('told live join their thread once it is loaded, and count in any case', async () => {
    const { room } = roomWith({ replies: [aReply('r1')] })
    room.mergeNote(aNote('a', { replyCount: 1 }))
    await room.loadReplies('a')
    const message = replyMessage('reply.created', aReply('r2'), { replyCount: 2 })
    room.applyEvent(message)
    room.applyEvent(message)
    expect(
      room
        .getState()
        .threads.get('a')
        ?.replies.map(({ id }) => id),
    ).toEqual(['r1', 'r2'])
    expect(room.getState().notes.get('a')).toMatchObject({ replyCount: 2, unread: true })
  })

  it('do not skip a page that is not loaded yet', async () => {
    const { room } = roomWith({ replies: [aReply('r1'), aReply('r2')], perPage: 1 })
    room.mergeNote(aNote('a', { replyCount: 2 }))
    await room.loadReplies('a')
    room.applyEvent(replyMessage('reply.created', aReply('r9'), { replyCount: 3 }))
    expect(
      room
        .getState()
        .threads.get('a')
        ?.replies.map(({ id }) => id),
    ).toEqual(['r1'])
  })

  it('are announced only in the open thread', () => {
    const { room } = roomWith({})
    room.mergeNote(aNote('a'))
    room.applyEvent(replyMessage('reply.created', aReply('r1')))
    expect(room.getState().said.words).toBe('')
    room.focus('a')
    room.applyEvent(replyMessage('reply.created', aReply('r2')))
    expect(room.getState().said.words).toBe('Noor replied')
  })
})
