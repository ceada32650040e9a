import { expect, it } from 'vitest'
import { added, allTags, taggingFault, taggingLine, taggingOf } from './tagging'

it('keeps the spaces of a tag, and commas part tags', () => {
  const line = 'human robot interaction, a,b'
  expect(taggingOf(line).tags).toEqual(['human robot interaction', 'a', 'b'])
  expect(taggingLine(taggingOf(line))).toBe('human robot interaction, a, b')
})

it('adds what is written once, whatever its capitals', () => {
  expect(added({ tags: ['Method'], rest: '#method, sources' })).toEqual({
    tags: ['Method', 'sources'],
    rest: '',
  })
})

it('counts what is not added yet', () => {
  expect(allTags({ tags: ['a'], rest: 'b' })).toEqual(['a', 'b'])
  expect(taggingLine({ tags: ['a'], rest: 'b' })).toBe('a, b')
})

it('names the tag that cannot be kept, and leaves it to be mended', () => {
  const long = 'x'.repeat(60)
  const tagging = added({ tags: [], rest: `fine, ${long}` })
  expect(tagging).toEqual({ tags: ['fine'], rest: long })
  expect(taggingFault(tagging)).toContain(long)
  expect(taggingFault(added({ tags: [], rest: 'fine' }))).toBeNull()
})
