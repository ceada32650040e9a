import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { isBetweenCharacters } from '@/lib/text/characters'
import { describe as quoteOf } from '@/lib/text/selectors'
import { type Anchored, reanchor } from './anchoring'
import { CASES, OLD } from './anchoring.cases'

const APART = 'On an island far away two gardeners argued about tulips, until winter settled it.'

function edited(text: string, edits: readonly (readonly [string, string])[]): string {
  return edits.reduce((now, [from, to]) => {
    expect(now).toContain(from)
    return now.replace(from, to)
  }, text)
}

function rangeOf(text: string, words: string, from = 0) {
  const start = text.indexOf(words, from)
  expect(start).toBeGreaterThanOrEqual(0)
  return { start, end: start + words.length }
}

function placeOf(anchored: Anchored | undefined) {
  return anchored && 'start' in anchored ? { start: anchored.start, end: anchored.end } : null
}

function wordsAt(text: string, anchored: Anchored | undefined) {
  const place = placeOf(anchored)
  return place && text.slice(place.start, place.end)
}

function anchorAt(text: string, start: number, end: number) {
  return { start, end, ...quoteOf(text, start, end) }
}

describe('an anchor whose text changes', () => {
  it.each(CASES)('follows when $name', ({ mark, edits, becomes, state }) => {
    const now = edited(OLD, edits)
    const { start, end } = rangeOf(OLD, mark)
    const [anchored] = reanchor({
      oldText: OLD,
      newText: now,
      anchors: [anchorAt(OLD, start, end)],
    })
    expect([wordsAt(now, anchored), anchored?.state]).toEqual([becomes, state])
  })

  it('says how much of the quote is left', () => {
    const now = edited(OLD, [['was doubled after', 'was trebled soon after']])
    const anchors = [
      rangeOf(OLD, 'Ships paid a toll'),
      rangeOf(OLD, 'The toll was doubled after the war'),
    ]
    const [same, changed] = reanchor({ oldText: OLD, newText: now, anchors })
    expect(same).toMatchObject({ similarity: 1 })
    expect(changed).toMatchObject({ similarity: expect.closeTo(0.685, 3) })
  })

  it('stays on the original when its block is copied just before it, wherever that is', () => {
    const lines = OLD.split('\n')
    for (const [n, line] of lines.entries()) {
      const now = lines.toSpliced(n, 0, line).join('\n')
      const [anchored] = reanchor({ oldText: OLD, newText: now, anchors: [rangeOf(OLD, line)] })
      const start = now.indexOf(line, now.indexOf(line) + 1)
      expect(placeOf(anchored)).toEqual({ start, end: start + line.length })
    }
  })

  it('stays on the later of two copies wherever both stand, and on its own where a likeness is deleted', () => {
    const lines = OLD.split('\n')
    const copied = [lines[1], ...lines].join('\n')
    const mark = 'Nobody counted the dead.'
    const [later] = reanchor({ oldText: OLD, newText: copied, anchors: [rangeOf(OLD, mark)] })
    expect(placeOf(later)?.start).toBe(copied.lastIndexOf(mark))

    const alike = OLD.replace(lines[4] ?? '', `${lines[1]?.replace('1871', '1872')}\n${lines[4]}`)
    const rest = alike.replace(`${lines[1]}\n`, '')
    const anchors = [rangeOf(alike, mark), rangeOf(alike, mark, alike.indexOf('1872'))]
    const [deleted, kept] = reanchor({ oldText: alike, newText: rest, anchors })
    expect(deleted).toEqual({ state: 'lost' })
    expect(placeOf(kept)).toEqual(rangeOf(rest, mark))
  })

  it('finds nothing in another text, or in its own words in another order', () => {
    const anchors = OLD.split('\n').map((line) => rangeOf(OLD, line))
    const other = reanchor({ oldText: OLD, newText: APART, anchors })
    const words = OLD.split(/\s+/)
    const mixed = words.map((_, n) => words[(n * 37 + 20) % words.length]).join(' ')
    expect(other.map(({ state }) => state)).toEqual(anchors.map(() => 'lost'))
    expect(
      reanchor({ oldText: OLD, newText: mixed, anchors: anchors.slice(0, 5) }).map(placeOf),
    ).toEqual([null, null, null, null, null])
  })

  it('falls back on its section, as long as there is one', () => {
    const [from, to] = [OLD.indexOf('What remains'), OLD.length]
    const before = [
      { id: 'harbour', start: 0, end: from - 1 },
      { id: 'rest', start: from, end: to },
    ]
    const now = edited(OLD, [['Nobody counted the dead.', '']]).slice(0, 200)
    const anchors = [rangeOf(OLD, 'Nobody counted the dead.'), rangeOf(OLD, 'A clerk kept')]
    const after = [{ id: 'harbour', start: 0, end: now.length }]
    expect(reanchor({ oldText: OLD, newText: now, anchors, sections: { before, after } })).toEqual([
      { state: 'section', sectionId: 'harbour' },
      { state: 'lost' },
    ])
  })
})

describe('a text that repeats itself', () => {
  const article = (n: number) =>
    `Article ${n}. The holder of a licence keeps a register of voyages. It is produced on request. A fine of ${n}0 crowns is due.`
  const numbers = Array.from({ length: 12 }, (_, n) => n + 1)
  const mixed = numbers.toSorted((one, other) => ((one * 7) % 12) - ((other * 7) % 12))
  const textOf = (order: readonly number[], separator: string) => order.map(article).join(separator)
  const marks = numbers.flatMap((n) =>
    ['a register of voyages', 'is produced on request'].map((words) => ({ n, words })),
  )
  const place = (text: string, { n, words }: { n: number; words: string }) =>
    rangeOf(text, words, text.indexOf(`Article ${n}.`))

  it.each(['\n', ' '])(
    'keeps each note in its block when all blocks change places (%j)',
    (separator) => {
      const [oldText, newText] = [textOf(numbers, separator), textOf(mixed, separator)]
      const anchors = marks.map((mark) => place(oldText, mark))
      const anchored = reanchor({ oldText, newText, anchors })
      expect(anchored.map(placeOf)).toEqual(marks.map((mark) => place(newText, mark)))
    },
  )

  it('does not give a deleted block’s notes to its copies', () => {
    const [oldText, newText] = [textOf(numbers, '\n'), textOf(numbers.slice(1), '\n')]
    const anchors = marks.slice(0, 2).map((mark) => place(oldText, mark))
    expect(reanchor({ oldText, newText, anchors }).map(placeOf)).toEqual([null, null])
  })
})

describe('recorded steps', () => {
  const twice = 'Now we stop.\nNow we stop.\nAnd go on.'

  it('decide between equal passages', () => {
    // The first line was cut and pasted after the second: the text is the same, the notes are not.
    const steps = (offset: number) => (offset < 13 ? offset + 13 : offset - 13)
    const [anchored] = reanchor({
      oldText: twice,
      newText: twice,
      anchors: [{ start: 0, end: 11 }],
      steps,
    })
    expect(placeOf(anchored)).toEqual({ start: 13, end: 24 })
  })

  it('do not count where the text says otherwise', () => {
    const [anchored] = reanchor({
      oldText: OLD,
      newText: `${APART}\n${OLD}`,
      anchors: [rangeOf(OLD, 'Ships paid a toll')],
      steps: (offset) => offset,
    })
    expect(placeOf(anchored)).toEqual(rangeOf(`${APART}\n${OLD}`, 'Ships paid a toll'))
  })
})

describe('an anchor without a place', () => {
  const mark = 'Most of them came from the hills.'
  const { start, end } = rangeOf(OLD, mark)
  const quote = quoteOf(OLD, start, end)

  it('is found again by its quote when the passage comes back', () => {
    const without = edited(OLD, [[`${mark} `, '']])
    const [again] = reanchor({ oldText: without, newText: OLD, anchors: [quote] })
    expect(again).toEqual({ state: 'exact', start, end, similarity: 1 })
  })

  it('is found where the passage comes back edited', () => {
    const without = edited(OLD, [[`${mark} `, '']])
    const now = edited(OLD, [['came from the hills', 'came down from the hills']])
    const [again] = reanchor({ oldText: without, newText: now, anchors: [quote] })
    expect(wordsAt(now, again)).toBe('Most of them came down from the hills')
  })

  it('is not put on what was there when it was lost', () => {
    const alike = OLD.replace(mark, 'Most of them came from the plains.')
    const anchors = [quote]
    expect(reanchor({ oldText: alike, newText: `${APART}\n${alike}`, anchors })).toEqual([
      { state: 'lost' },
    ])
  })

  it('is told apart by what stands around it, and left alone where nothing tells', () => {
    const anchors = [{ exact: 'We stop here.', prefix: 'the second time. ', suffix: '' }]
    const newText = 'Once the first time. We stop here.\nNow the second time. We stop here.'
    const [told] = reanchor({ oldText: '', newText, anchors })
    expect(placeOf(told)?.start).toBe(newText.lastIndexOf('We stop'))
    const [untold] = reanchor({ oldText: '', newText, anchors: [{ exact: 'We stop here.' }] })
    expect(untold).toEqual({ state: 'lost' })
  })
})

describe('laws', () => {
  const words = fc
    .array(fc.constantFrom('one', 'two', 'é', '🧭', '문장', '港', '\n', '. ', 'q\u0303', '👩‍👧'), {
      minLength: 1,
      maxLength: 60,
    })
    .map((parts) => parts.join(' '))

  test.prop([words, fc.nat(), fc.nat()], { numRuns: 200 })(
    'describing a passage and anchoring it in the same text gives the passage',
    (text, one, other) => {
      const [from = 0, to = 0] = [one % text.length, other % text.length].sort((a, b) => a - b)
      fc.pre(isBetweenCharacters(text, from) && isBetweenCharacters(text, to + 1))
      fc.pre(text.slice(from, to + 1).trim() !== '')
      const [anchored] = reanchor({
        oldText: text,
        newText: text,
        anchors: [anchorAt(text, from, to + 1)],
      })
      expect(anchored).toMatchObject({ state: 'exact', start: from, end: to + 1, similarity: 1 })
    },
  )

  test.prop([words, words, fc.nat(), fc.nat()], { numRuns: 200 })(
    'a place is never empty, never beyond the text, and never cuts a character',
    (text, now, one, other) => {
      const [start = 0, end = 0] = [one % text.length, other % text.length].sort((a, b) => a - b)
      const [anchored] = reanchor({
        oldText: text,
        newText: now,
        anchors: [{ start, end: end + 1 }],
      })
      const place = placeOf(anchored)
      if (!place) return
      expect(place.start).toBeGreaterThanOrEqual(0)
      expect(place.start).toBeLessThan(place.end)
      expect(place.end).toBeLessThanOrEqual(now.length)
      expect(isBetweenCharacters(now, place.start) && isBetweenCharacters(now, place.end)).toBe(
        true,
      )
    },
  )
})
