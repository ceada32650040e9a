import { expect, it } from 'vitest'
import { tagsFrom, tagsWritten } from './note-form'

it.each([
  ['', []],
  ['method', ['method']],
  ['#method, #sources', ['method', 'sources']],
  ['method  sources,method', ['method', 'sources']],
  ['방법, מקור', ['방법', 'מקור']],
])('reads the tags in “%s”', (written, tags) => {
  expect(tagsFrom(written)).toEqual(tags)
})

it('keeps tags when they are written down and read again', () => {
  expect(tagsFrom(tagsWritten(['method', 'sources']))).toEqual(['method', 'sources'])
})
