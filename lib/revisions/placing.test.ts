import { describe, expect, test } from 'vitest'
import type { AnchorState } from '@/lib/annotations/anchor-state'
import { describe as quoteOf } from '@/lib/text/selectors'
import { type AnnotationAnchor, type PlacedText, placed } from './placing'
import { reportOf, reportWords } from './report'

const AT = new Date(0)
const CONFIRMED = { byId: 'ana', at: AT }
const FIRST =
  'The yard was empty that day. Twelve wagons left before noon, and nobody counted them twice.'
const SECOND = 'The clerk said that all was well. The driver said nothing at all to anybody.'

function textOf(...parts: readonly (readonly [string, string])[]): PlacedText {
  let start = 0
  const sections = parts.map(([sectionId, words]) => {
    const section = { sectionId, start, end: start + words.length }
    start = section.end + 1
    return section
  })
  return { text: parts.map(([, words]) => words).join('\n'), sections }
}

const BEFORE = textOf(['one', FIRST], ['two', SECOND])

function on(exact: string, more: Partial<AnnotationAnchor> = {}): AnnotationAnchor {
  const start = BEFORE.text.indexOf(exact)
  const end = start + exact.length
  const { prefix, suffix } = quoteOf(BEFORE.text, start, end)
  const sectionId = BEFORE.sections.findLast((section) => section.start <= start)?.sectionId ?? null
  const sure = { state: 'exact' as const, similarity: null, placed: null }
  return {
    id: 'n',
    start,
    end,
    sectionId,
    exact,
    prefix,
    suffix,
    madeSectionId: null,
    ...sure,
    ...more,
  }
}

function placeAfter(
  note: AnnotationAnchor,
  to: PlacedText,
  from = BEFORE,
): AnchorState & { words: string | null } {
  const [place] = placed([note], { from, to, known: new Map() })
  if (!place) throw new Error('every note has a place')
  const { start, end } = place
  return { ...place, words: start === null || end === null ? null : to.text.slice(start, end) }
}

const SAID = 'The driver said nothing at all to anybody.'

describe('a note', () => {
  test('stays exact where its words stay', () => {
    const to = textOf(['one', `Long ago. ${FIRST}`], ['two', SECOND])
    expect(placeAfter(on(SAID), to)).toMatchObject({
      words: SAID,
      state: 'exact',
      sectionId: 'two',
    })
  })

  test('stands on its section when its passage is gone, and on the whole when that is gone, too', () => {
    const section = textOf(['one', FIRST], ['two', 'The clerk said that all was well.'])
    expect(placeAfter(on(SAID), section)).toMatchObject({
      words: null,
      state: 'section',
      sectionId: 'two',
    })
    expect(placeAfter(on(SAID), textOf(['one', FIRST]))).toMatchObject({
      state: 'lost',
      sectionId: null,
    })
  })

  test('that was detached is found again by its own words', () => {
    const gone = textOf(['one', FIRST], ['two', 'The clerk said that all was well.'])
    const detached = on(SAID, { start: null, end: null, state: 'section' })
    expect(placeAfter(detached, BEFORE, gone)).toMatchObject({ words: SAID, sectionId: 'two' })
  })

  test('keeps what somebody decided while its words stay, and needs a look when they change', () => {
    const decided = on(SAID, {
      state: 'changed',
      similarity: 0.5,
      exact: 'He was silent.',
      placed: CONFIRMED,
    })
    const same = textOf(['one', `Long ago. ${FIRST}`], ['two', SECOND])
    expect(placeAfter(decided, same)).toMatchObject({ words: SAID, placed: CONFIRMED })
    const other = SECOND.replace('nothing at all', 'very little')
    expect(placeAfter(decided, textOf(['one', FIRST], ['two', other])).placed).toBeNull()
  })

  test('that was kept on its section stays there, though its words are back', () => {
    const gone = textOf(['one', FIRST], ['two', 'The clerk said that all was well.'])
    const kept = on(SAID, { start: null, end: null, state: 'section', placed: CONFIRMED })
    expect(placeAfter(kept, BEFORE, gone)).toMatchObject({ words: null, placed: CONFIRMED })
  })

  test('on a section goes with it, waits on the whole reading without it, and returns', () => {
    const nothing = { start: null, end: null, exact: null, prefix: null, suffix: null }
    const besides = on(SAID, { ...nothing, sectionId: 'two', madeSectionId: 'two' })
    const without = textOf(['one', FIRST])
    expect(placeAfter(besides, without)).toMatchObject({ sectionId: null, state: 'lost' })
    const waits = { ...besides, sectionId: null, state: 'lost' as const }
    expect(placeAfter(waits, BEFORE, without)).toMatchObject({ sectionId: 'two', state: 'exact' })
  })

  test('stands where it is known to have stood', () => {
    const place = {
      start: 3,
      end: 7,
      sectionId: 'one',
      state: 'moved' as const,
      similarity: null,
      placed: null,
    }
    const step = { from: BEFORE, to: textOf(['one', FIRST]), known: new Map([['n', place]]) }
    expect(placed([on(SAID)], step)).toEqual([place])
  })
})

describe('the report', () => {
  const place = (state: AnchorState['state'], more: Partial<AnchorState> = {}): AnchorState => ({
    start: 0,
    end: 1,
    sectionId: null,
    state,
    similarity: null,
    placed: null,
    ...more,
  })

  test('counts each note once; what a person decided needs no look', () => {
    const report = reportOf([
      place('exact'),
      place('moved'),
      place('changed', { similarity: 0.9 }),
      place('changed', { similarity: 0.3 }),
      place('section'),
      place('lost', { placed: CONFIRMED }),
    ])
    expect(report).toEqual({ exact: 2, moved: 1, changed: 1, look: 2 })
  })

  test.each([
    [{ exact: 1204, moved: 0, changed: 31, look: 5 }, '1,204 exact, 31 changed, 5 to review'],
    [{ exact: 0, moved: 2, changed: 0, look: 1 }, '2 moved, 1 to review'],
    [{ exact: 0, moved: 0, changed: 0, look: 0 }, 'no notes'],
  ])('%o says "%s"', (report, words) => {
    expect(reportWords(report)).toBe(words)
  })
})
