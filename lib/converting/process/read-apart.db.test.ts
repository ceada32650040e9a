import { expect, test } from 'vitest'
import { Malformed, TooLarge } from '@/lib/errors'
import { readTextApart } from './read-apart'
import { readText } from './read-text'

const markdown = (value: string) => ({
  source: { format: 'markdown' as const, value },
  language: 'en',
})

test('long texts are read in another process as they would be here, several at once', async () => {
  const sent = ['one', 'two', 'three'].map((word) =>
    markdown(`# ${word}\n\n${`*${word}* ß\n\n`.repeat(3_000)}`),
  )
  expect(await Promise.all(sent.map(readTextApart))).toEqual(sent.map(readText))
})

test('this process answers meanwhile', async () => {
  let turns = 0
  const turning = setInterval(() => {
    turns += 1
  }, 1)
  const { words } = await readTextApart(markdown('wörd—α '.repeat(100_000)))
  clearInterval(turning)
  expect(words).toBe(200_000)
  expect(turns).toBeGreaterThan(20)
})

test('what is wrong with a text is told as here, and the next one is read', async () => {
  await expect(readTextApart(markdown('x'.repeat(2_000_001)))).rejects.toThrow(TooLarge)
  await expect(readTextApart(markdown(`${'> '.repeat(200)}deep\n`.repeat(200)))).rejects.toThrow(
    Malformed,
  )
  expect((await readTextApart(markdown('word '.repeat(5_000)))).words).toBe(5_000)
})
