import { expect, it } from 'vitest'
import { emojiFor } from './emoji'

it('finds emoji by the beginning of a name before those that only hold it', async () => {
  const [first] = await emojiFor('rocket')
  expect(first).toMatchObject({ key: 'rocket', sign: '🚀' })
})

it('gives no more than asked for, and nothing for no words', async () => {
  expect(await emojiFor('s', 3)).toHaveLength(3)
  expect(await emojiFor('')).toEqual([])
})
