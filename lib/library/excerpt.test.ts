import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { excerptAt } from './excerpt'

test('a short block is given whole, and no more than it', () => {
  expect(excerptAt('One block.\nAnother.', 0)).toBe('One block.')
  expect(excerptAt('One block.\nAnother.', 10)).toBe('Another.')
  expect(excerptAt('One block.', 10)).toBe('')
})

test('a long sentence is cut after a whole word', () => {
  const text =
    'Military analysts posit that, given the notorious language barrier between the soldiers of both countries, who had never trained together, command would be hard.'
  expect(excerptAt(text, 0)).toBe(
    'Military analysts posit that, given the notorious language barrier between the soldiers of both countries, who had…',
  )
})

test('it ends with a sentence that ends far enough in', () => {
  const text = `${'A sentence of some length that runs beyond the middle of what is shown here.'} ${'And more '.repeat(20)}`
  expect(excerptAt(text, 0)).toBe(
    'A sentence of some length that runs beyond the middle of what is shown here.',
  )
})

property.prop([fc.string({ unit: 'grapheme', maxLength: 400 }), fc.nat(400)])(
  'it is never longer than said, on one line, and well formed where the text is',
  (text, offset) => {
    const at = Math.min(offset, text.length)
    const whole = text.slice(0, at).isWellFormed() ? at : at - 1
    const excerpt = excerptAt(text, whole)
    expect(excerpt.length).toBeLessThanOrEqual(121)
    expect(excerpt).not.toContain('\n')
    expect(excerpt.isWellFormed()).toBe(true)
  },
)
