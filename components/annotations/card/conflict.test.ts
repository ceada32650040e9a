import { describe, expect, it } from 'vitest'
import { ApiProblem } from '@/lib/api/client'
import { bothOf, conflictFrom } from './conflict'

const paragraph = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
const mine = { doc: paragraph('mine'), text: 'mine' }
const current = {
  version: 4,
  body: { format: 'tiptap', value: paragraph('theirs'), text: 'theirs' },
}

describe('two edits of one text', () => {
  it('are told apart from other problems', async () => {
    expect(
      await conflictFrom(new ApiProblem(409, 'edited', 'Changed.', { current }), mine),
    ).toMatchObject({ version: 4, mine: { text: 'mine' }, theirs: { text: 'theirs' } })
    expect(await conflictFrom(new ApiProblem(409, 'resolved', 'Resolved.'), mine)).toBeNull()
    expect(await conflictFrom(new ApiProblem(422, 'empty', 'Empty.', { current }), mine)).toBeNull()
  })

  it('can be merged without losing a word of either', async () => {
    const conflict = await conflictFrom(
      new ApiProblem(409, 'edited', 'Changed.', { current }),
      mine,
    )
    const both = conflict && bothOf(conflict)
    expect(both?.doc.content).toHaveLength(2)
    expect(both?.text).toBe('theirs\nmine')
  })
})
