import { describe, expect, it } from 'vitest'
import { alignmentOf } from './alignment'

// Every sentence has words of its own among words that all have.
function prose(sentences: number, apart = ''): string {
  return Array.from({ length: sentences }, (_, n) => {
    const end = n % 5 === 4 ? '\n' : ' '
    return `In year ${apart}${n * 7} the mill${n} by the river${n % 90} ground ${n + 3} sacks of rye.${end}`
  }).join('')
}

function workOf(oldText: string, newText: string): number {
  const { work, before, after } = alignmentOf(oldText, newText)
  return (work.cells + work.pairs) / (before.count + after.count)
}

describe('the cost of comparing', () => {
  it('grows with the text and not faster, wherever it was edited', () => {
    const edit = (text: string) =>
      text
        .replaceAll(/(mill\d*7) by/g, 'old $1 at')
        .replaceAll(/ground (\d*3) sacks/g, 'made bread')
    const [short, long] = [prose(400), prose(3_200)]
    const each = workOf(short, edit(short))
    expect(each).toBeLessThan(40)
    expect(workOf(long, edit(long))).toBeLessThan(each * 1.5)
  })

  it('stays bounded for texts that have nothing in common but their common words', () => {
    expect(workOf(prose(3_000), prose(3_000, 'MMX'))).toBeLessThan(60)
  })

  it('stays bounded for a text that says the same again and again', () => {
    const text = 'so it goes and '.repeat(4_000)
    expect(workOf(text, `${text}so it ended`)).toBeLessThan(60)
  })
})

describe('texts that repeat themselves', () => {
  it('are led along in order, each copy to its own', () => {
    const verse = 'Row the boat to the other side and bring the grain home.'
    const oldText = Array.from({ length: 12 }, () => verse).join('\n')
    const newText = oldText.replace(verse, `${verse} Then rest.`)
    const { heirs, before, after } = alignmentOf(oldText, newText)
    const last = before.count - 2
    expect(heirs[last]).toBe(after.count - 2)
    expect(heirs[1]).toBe(1)
  })
})
