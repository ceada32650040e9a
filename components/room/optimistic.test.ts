import { describe, expect, it } from 'vitest'
import { ApiProblem } from '@/lib/api/client'
import { markRead, reactToNote, toggleResolution } from './note-commands'
import { reactToReply } from './reply-commands'
import { RoomStore } from './store'
import { ANA, aNote, aReply, noteMessage, replyMessage, START, serverWith } from './testing'

// What this reader does shows at once. While the server has not answered, others go on; whatever it answers, what they did stays.

/** A server whose answers to what is written are given by hand. */
function slowly(later: Parameters<typeof aNote>[1] = {}) {
  let take = () => {}
  let refuse = () => {}
  const answer = () =>
    new Promise<void>((taken, refused) => {
      take = taken
      refuse = () => refused(new ApiProblem(503, 'away', 'Not now.'))
    })
  // How the note stands when somebody asks for it later.
  const loaded = { notes: [aNote('a', later)], replies: [aReply('r1')] }
  const writes = { react: answer, resolve: answer, markRead: answer }
  const room = new RoomStore(START, serverWith({ ...loaded, writes }).server)
  room.mergeNote(aNote('a', { unread: true }))
  const note = () => room.getState().notes.get('a') ?? aNote('a')
  const reply = () => room.getState().threads.get('a')?.replies[0] ?? aReply('r1')
  return { room, note, reply, take: () => take(), refuse: () => refuse() }
}

const thumbs = (count: number) => [{ emoji: '👍', count, mine: false }]

describe('a reaction', () => {
  it('that fails keeps what others did meanwhile', async () => {
    const { room, note, refuse } = slowly()
    const done = reactToNote(room, note(), '🎉')
    expect(note().reactions).toEqual([{ emoji: '🎉', count: 1, mine: true }])
    room.applyEvent(noteMessage('annotation.reacted', aNote('a', { reactions: thumbs(2) })))
    room.applyEvent(noteMessage('annotation.edited', aNote('a', { version: 2, tags: ['new'] })))
    refuse()
    await done
    expect(note()).toMatchObject({ version: 2, tags: ['new'], reactions: [] })
  })

  it('that is taken stands beside what others did meanwhile', async () => {
    const { room, note, take } = slowly()
    const done = reactToNote(room, note(), '👍')
    room.applyEvent(noteMessage('annotation.reacted', aNote('a', { reactions: thumbs(2) })))
    expect(note().reactions).toEqual([{ emoji: '👍', count: 3, mine: true }])
    take()
    await done
    expect(room.getState().changes).toEqual([])
  })

  it('is counted once when the live channel tells of it before the answer', async () => {
    const mine = [{ emoji: '👍', count: 1, mine: true }]
    const { room, note, take } = slowly({ reactions: mine })
    const done = reactToNote(room, note(), '👍')
    room.applyEvent(noteMessage('annotation.reacted', aNote('a', { reactions: thumbs(1) }), ANA))
    expect(note().reactions).toEqual([{ emoji: '👍', count: 1, mine: true }])
    take()
    await done
    expect(note().reactions).toEqual([{ emoji: '👍', count: 1, mine: true }])
  })

  it('to a reply that fails keeps the wording that arrived meanwhile', async () => {
    const { room, reply, refuse } = slowly()
    await room.loadReplies('a')
    const done = reactToReply(room, reply(), '👍')
    expect(reply().reactions).toEqual([{ emoji: '👍', count: 1, mine: true }])
    room.applyEvent(replyMessage('reply.edited', aReply('r1', { version: 2 })))
    room.applyEvent(replyMessage('reply.created', aReply('r2'), { replyCount: 2 }))
    refuse()
    await done
    expect(reply()).toMatchObject({ version: 2, reactions: [] })
    expect(room.getState().threads.get('a')?.replies).toHaveLength(2)
  })
})

describe('a resolution', () => {
  it('that fails leaves the thread as others left it', async () => {
    const { room, note, refuse } = slowly()
    const done = toggleResolution(room, note())
    expect(note().resolution?.by).toEqual(ANA)
    room.applyEvent(replyMessage('reply.created', aReply('r2'), { replyCount: 4 }))
    refuse()
    await done
    expect(note()).toMatchObject({ resolution: null, replyCount: 4 })
  })
})

describe('a read mark', () => {
  it('that fails is dropped, and a reply that came meanwhile is unread in any case', async () => {
    const { room, note, refuse } = slowly()
    const done = markRead(room, note())
    expect(note().unread).toBe(false)
    room.applyEvent(replyMessage('reply.created', aReply('r2')))
    expect(note().unread).toBe(true)
    refuse()
    await done
    expect(note()).toMatchObject({ unread: true, replyCount: 1 })
  })

  it('that is taken does not mark what came after it', async () => {
    const { room, note, take } = slowly({ unread: true })
    const done = markRead(room, note())
    room.applyEvent(replyMessage('reply.created', aReply('r2')))
    take()
    await done
    expect(note().unread).toBe(true)
  })
})

it('a reset leaves what is open and what is on its way where it stands', async () => {
  const { room, reply } = slowly()
  await room.loadReplies('a')
  const before = reply()
  const refreshed = room.refresh()
  expect(reply()).toBe(before)
  await refreshed
  expect(reply().id).toBe('r1')
})
