import { expect, test } from 'vitest'
import { Malformed, TooLarge } from '@/lib/errors'
import { readText } from '@/lib/readings/read-text'
import { readTextApart } from '@/lib/readings/read-text-apart'
import { changesOf } from '@/lib/revisions/changes'
import { changesApart, placedApart } from '@/lib/revisions/placed-apart'
import { placed } from '@/lib/revisions/placing'

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

test('notes of long texts are carried over, and texts compared, as they would be here', async () => {
  const sentence = (n: number) => `Sentence ${n} says what was counted on day ${n * 7}.`
  const textOf = (from: number) =>
    Array.from({ length: 800 }, (_, n) => sentence(from + n)).join('\n')
  const side = (text: string) => ({
    text,
    sections: [{ sectionId: 'a', title: '', level: 0, start: 0, end: text.length }],
  })
  const [from, to] = [side(textOf(0)), side(textOf(100))]
  const words = sentence(300)
  const start = from.text.indexOf(words)
  const note = {
    id: 'n',
    start,
    end: start + words.length,
    exact: words,
    prefix: '',
    suffix: '',
    state: 'exact' as const,
    similarity: null,
    placed: null,
    sectionId: 'a',
    madeSectionId: 'a',
  }
  const step = { from, to, known: new Map() }
  expect(await placedApart({ notes: [note], step })).toEqual(placed([note], step))
  const compared = { before: from, after: to, language: 'en' }
  expect(await changesApart(compared)).toEqual(changesOf(compared))
})
