import { describe, expect, it } from 'vitest'
import { aReply } from '@/components/room/testing'
import { foldedCount, placedReplies } from './reply-tree'

const deleted = {
  deleted: { by: 'author' as const, at: '2026-01-05T11:00:00.000Z' },
  author: null,
  body: null,
}

describe('replies in a thread', () => {
  it('stand after what they answer, oldest first', () => {
    const placed = placedReplies([
      aReply('1'),
      aReply('2'),
      aReply('3', { parentId: '1' }),
      aReply('4', { parentId: '1' }),
    ])
    expect(placed.map(({ reply, depth }) => `${reply.id}:${depth}`)).toEqual([
      '1:0',
      '3:1',
      '4:1',
      '2:0',
    ])
  })

  it('are indented twice at most; deeper ones say whom they answer', () => {
    const names = ['Ana', 'Noor', 'Kofi', 'Leila']
    const placed = placedReplies(
      names.map((name, at) =>
        aReply(String(at), {
          parentId: at === 0 ? null : String(at - 1),
          author: { id: name, name },
        }),
      ),
    )
    expect(placed.map(({ depth }) => depth)).toEqual([0, 1, 2, 2])
    expect(placed.map(({ answers }) => answers)).toEqual([null, null, null, 'Kofi'])
  })

  it('keep a deleted one only while somebody answers it', () => {
    const placed = placedReplies([
      aReply('1', deleted),
      aReply('2', { parentId: '1' }),
      aReply('3', deleted),
    ])
    expect(placed.map(({ reply }) => reply.id)).toEqual(['1', '2'])
  })

  it('are not lost when what they answer is not loaded', () => {
    expect(placedReplies([aReply('2', { parentId: '1' })])).toHaveLength(1)
  })

  it.each([
    [0, 0],
    [4, 0],
    [5, 2],
    [20, 17],
  ])('of %i, %i are folded at first', (count, folded) => {
    expect(foldedCount(count)).toBe(folded)
  })
})
