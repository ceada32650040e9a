import { describe, expect, it } from 'vitest'
import { ApiProblem } from '@/lib/api/client'
import { annotate, resumeNote } from './note-commands'
import { resumeReply } from './reply-commands'
import { RoomStore } from './store'
import { aNote, passage, START, serverWith } from './testing'

const NOTE = {
  kind: 'support' as const,
  visibility: 'group' as const,
  target: passage(10, 20),
  body: null,
}

function refusing(problem: ApiProblem) {
  const annotate = () => Promise.reject(problem)
  return new RoomStore(START, serverWith({ writes: { annotate } }).server)
}

async function fateOf(problem: ApiProblem) {
  const room = refusing(problem)
  await annotate(room, { ...NOTE, id: 'sent' })
  const outgoing = room.getState().outgoing.get('sent')
  return { status: outgoing?.status, problem: outgoing?.problem }
}

describe('What could not be sent', () => {
  it('names the tag that is at fault', async () => {
    const fate = await fateOf(new ApiProblem(422, 'tag', 'It is too long.', { tag: 'odd' }))
    expect(fate).toEqual({ status: 'failed', problem: 'Tag “odd”: It is too long.' })
  })

  it('names the field that is at fault', async () => {
    const issues = [{ path: 'body.value', message: 'Too long' }]
    const fate = await fateOf(new ApiProblem(422, 'invalid', 'Something is wrong.', { issues }))
    expect(fate).toEqual({ status: 'failed', problem: 'Your words: Too long' })
  })

  it('waits for a new session when the old one has ended', async () => {
    const fate = await fateOf(new ApiProblem(401, 'unauthorized', 'Sign in first.'))
    expect(fate.status).toBe('signed-out')
  })
})

describe('What an earlier page left behind', () => {
  it('is sent, under its own key', async () => {
    const keys: string[] = []
    const annotate = async (_input: unknown, key: string) => {
      keys.push(key)
      return aNote('made')
    }
    const room = new RoomStore(START, serverWith({ writes: { annotate } }).server)
    resumeNote(room, 'left', NOTE, null)
    await expect.poll(() => [...room.getState().notes.keys()]).toEqual(['made'])
    expect(keys).toEqual(['left'])
  })

  it('is not sent when the server had refused it, but says why', () => {
    const room = new RoomStore(START, serverWith({}).server)
    resumeNote(room, 'left', NOTE, 'Tag “odd”: It is too long.')
    expect(room.getState().outgoing.get('left')).toMatchObject({ status: 'failed' })
    expect(room.getState().order).toEqual(['left'])
  })

  it('stands in a thread that is opened later', async () => {
    const room = new RoomStore(START, serverWith({}).server)
    const body = { value: { type: 'doc' }, text: 'kept' }
    resumeReply(room, 'left', { threadId: 'a', parentId: null, body }, 'It is too long.')
    await room.loadReplies('a')
    expect(
      room
        .getState()
        .threads.get('a')
        ?.replies.map(({ id }) => id),
    ).toEqual(['left'])
  })
})
