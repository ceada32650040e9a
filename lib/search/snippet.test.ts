import { expect, test } from 'vitest'
import { snippetOf } from './snippet'

const marked = (text: string, ...words: string[]) => {
  const snippet = snippetOf(text, words)
  return snippet.marks.map(([start, end]) => snippet.text.slice(start, end))
}

test.each([
  ['Łucja counted the ships.', 'lucja', ['Łucja']],
  ['A naïve remark.', 'naive', ['naïve']],
  ['Sanctions isolate.', 'sanction', ['Sanctions']],
  ['They isolate.', 'isolation', ['isolate']],
  ['서연은 배를 세었다.', '세었', ['세었']],
  ['Nothing here.', 'ships', []],
])('%s, for %s', (text, word, found) => {
  expect(marked(text, word)).toEqual(found)
})

test('of a long text the part is shown in which the words stand', () => {
  const text = `${'before '.repeat(100)}the ships${' after'.repeat(100)}`
  const { text: shown } = snippetOf(text, ['ships'])
  expect(shown).toMatch(/^… before .*the ships.* …$/)
  expect(shown.length).toBeLessThan(300)
  expect(marked(text, 'ships')).toEqual(['ships'])
})
