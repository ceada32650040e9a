import { describe, expect, it } from 'vitest'
import { workIn } from './work'

const text = 'One\nNobody counted them.\nTwo\nThe clerk said so.'
const sections = [
  { sectionId: 's1', title: 'One', start: 0, end: 24 },
  { sectionId: 's2', title: 'Two', start: 25, end: text.length },
]
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute))
const written = (id: string, start: number | null, end: number | null, more = {}) => ({
  ...{ id, annotationId: id, sectionId: 's1', start, end, at: at(0) },
  ...more,
})
const shape = (items: Parameters<typeof workIn>[0]) =>
  workIn(items, { text, sections }).map(({ id, paragraphs, loose }) => ({
    id,
    loose: loose.map((item) => item.id),
    paragraphs: paragraphs.map(({ runs, items: inside }) => ({
      runs: runs.map(({ text: words, noteIds }) => [words, ...noteIds]),
      items: inside.map((item) => item.id),
    })),
  }))

describe('work in its text', () => {
  it('stands with its paragraph, its passages marked, replies after their note', () => {
    expect(
      shape([
        written('reply', 4, 10, { annotationId: 'n1', at: at(9) }),
        written('n1', 4, 10),
        written('n2', 7, 18, { at: at(5) }),
      ]),
    ).toEqual([
      {
        id: 's1',
        loose: [],
        paragraphs: [
          {
            runs: [['Nob', 'n1'], ['ody', 'n1', 'n2'], [' counted', 'n2'], [' them.']],
            items: ['n1', 'reply', 'n2'],
          },
        ],
      },
    ])
  })

  it('without a passage stands with its section; sections without work are left out', () => {
    expect(shape([written('whole', null, null, { sectionId: 's2' })])).toEqual([
      { id: 's2', loose: ['whole'], paragraphs: [] },
    ])
  })

  it('over several paragraphs stands with the first, and stays within it', () => {
    const [section] = shape([written('long', 4, 44)])
    expect(section?.paragraphs).toEqual([
      { runs: [['Nobody counted them.', 'long']], items: ['long'] },
    ])
  })
})
