import { describe, expect, test } from 'vitest'
import { type ChangeText, changesBetween, type SectionChanges } from './changes'
import { A, CASES, type Given, ONE } from './changes.cases'

function textOf(sections: Given): ChangeText {
  let start = 0
  const found = sections.map(([sectionId, title, words]) => {
    const level = title === '' ? 0 : 2
    const whole = title === '' ? words : `${title}\n${words}`
    const section = {
      sectionId,
      title: title || 'Opening',
      level,
      start,
      end: start + whole.length,
      whole,
    }
    start = section.end + 1
    return section
  })
  return { text: found.map(({ whole }) => whole).join('\n'), sections: found }
}

function told({ title, state, isMoved, parts }: SectionChanges): string {
  const words = (changes: SectionChanges['title']) =>
    changes
      .map(({ kind, text }) => ({ kept: text, gone: `[-${text}-]`, come: `[+${text}+]` })[kind])
      .join('')
  const lines = parts.map((part) =>
    part.kind === 'same'
      ? `= ${part.paragraphs}¶ ${part.sentences}`
      : `${words(part.words)}${part.moved === null ? '' : ` (${part.moved})`}`,
  )
  return [`${words(title)} ${state}${isMoved ? ' moved' : ''}`, ...lines].join(' | ')
}

const changes = (before: Given, after: Given) =>
  changesBetween(textOf(before), textOf(after), 'en').map(told)

describe('what changed', () => {
  test.each(CASES)('is told by section: %s', (_, before, after, expected) => {
    expect(changes(before, after)).toEqual(expected)
  })

  test('says where, so that notes can be told of beside it', () => {
    const [before, after] = [
      textOf([['a', 'Alpha', ONE]]),
      textOf([['a', 'Alpha', ONE.replace('will', 'may')]]),
    ]
    const part = changesBetween(before, after, 'en')[0]?.parts[1]
    if (part?.kind !== 'change' || !part.before || !part.after) throw new Error('it changed')
    expect(before.text.slice(part.before.start, part.before.end)).toBe('They will be sent.')
    expect(after.text.slice(part.after.start, part.after.end)).toBe('They may be sent.')
  })

  test('of a long text rewritten all over is still found quickly: sentences are taken in turn', () => {
    const words = (seed: string) =>
      Array.from({ length: 400 }, (_, n) => `${seed} ${n} is said.`).join(' ')
    const [section] = changesBetween(
      textOf([['a', 'Alpha', words('Old')]]),
      textOf([['a', 'Alpha', words('New')]]),
      'en',
    )
    expect(section?.parts.length).toBeGreaterThan(0)
  })

  test('counts titles, moves and passages', () => {
    const swapped: Given = [
      ['b', 'Beta two', 'Second things.\nThey went on for long.'],
      ['a', 'Alpha', 'First things.'],
    ]
    const counts = changesBetween(textOf(A.slice(1)), textOf(swapped), 'en').map(
      ({ count }) => count,
    )
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3)
  })
})
