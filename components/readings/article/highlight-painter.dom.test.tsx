import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Segment } from '@/lib/text/segments'
import { dealt, highlightPainter } from './highlight-painter'
import { indexText } from './text-index'

// text: "Head\nPlain bold and linked end\nitem one\nlet x\n  = 1\nlast\nline"
const ARTICLE = `
  <h2 data-start="0">Head</h2>
  <div class="para" data-block="1" data-start="5" data-end="30"><p data-start="5">Plain <strong>bold <a href="#a">and linked</a></strong> end</p></div>
  <ul><li><p data-start="31">item one</p></li></ul>
  <pre data-start="40"><code>let x\n  = 1</code></pre>
  <p data-start="52">last<br>line</p>`

function article(): HTMLElement {
  document.body.innerHTML = `<article>${ARTICLE}</article>`
  const found = document.querySelector('article')
  if (!found) throw new Error('The article is not in the page.')
  return found
}

function segment(start: number, end: number, level: Segment['level'] = 1): Segment {
  return { start, end, level, state: 'others' }
}

function marks(root: HTMLElement): string[] {
  return [...root.querySelectorAll('mark')].map((mark) => mark.textContent ?? '')
}

let root: HTMLElement
beforeEach(() => {
  root = article()
})

describe('the index of the text', () => {
  it('knows where each block begins and ends', () => {
    expect(indexText(root).blocks.map(({ start, end }) => [start, end])).toEqual([
      [0, 4],
      [5, 30],
      [31, 39],
      [40, 51],
      [52, 61],
    ])
  })

  it('finds the words of a range, over elements and blocks', () => {
    const index = indexText(root)
    expect(index.rangeOf(9, 15)?.toString()).toBe('n bold')
    expect(index.textOf(0, 61)).toBe(
      'Head\nPlain bold and linked end\nitem one\nlet x\n  = 1\nlast\nline',
    )
    expect(index.textOf(2, 10)).toBe('ad\nPlain')
    expect(index.rangeOf(4, 5)).toBeNull()
  })

  it('gives the offset of any place, the way back of its ranges', () => {
    const index = indexText(root)
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (one, other) => {
        const wanted = index.textOf(Math.min(one, other), Math.max(one, other) + 1)
        const range = index.rangeOf(Math.min(one, other), Math.max(one, other) + 1)
        if (!range) return
        const start = index.offsetAt(range.startContainer, range.startOffset)
        const end = index.offsetAt(range.endContainer, range.endOffset)
        const found = index.textOf(start ?? -1, end ?? -1)
        expect(found.replace(/^\n|\n$/g, '')).toBe(wanted.replace(/^\n|\n$/g, ''))
      }),
    )
  })

  it('takes a place between blocks for the beginning of the next', () => {
    const index = indexText(root)
    expect(index.offsetAt(root, 0)).toBe(0)
    const list = root.querySelector('ul')
    expect(list && index.offsetAt(list, 0)).toBe(31)
    expect(index.offsetAt(root, root.childNodes.length)).toBeNull()
  })
})

describe('painting', () => {
  it('wraps a run across elements in one mark, the outermost', () => {
    highlightPainter(indexText(root)).paint([segment(9, 18)])
    const paragraph = root.querySelector('p')
    expect(marks(root)).toEqual(['n bold an'])
    expect(paragraph?.children[0]?.tagName).toBe('MARK')
    expect(paragraph?.textContent).toBe('Plain bold and linked end')
  })

  it('cuts a segment at the borders of blocks', () => {
    highlightPainter(indexText(root)).paint([segment(2, 45)])
    expect(marks(root)).toEqual(['ad', 'Plain bold and linked end', 'item one', 'let x'])
  })

  it('touches only the blocks whose marks change', () => {
    const painter = highlightPainter(indexText(root))
    expect(painter.paint([segment(5, 10), segment(52, 56)])).toBe(2)
    expect(painter.paint([segment(5, 10), segment(52, 56)])).toBe(0)
    expect(painter.paint([segment(5, 10), segment(52, 56, 2)])).toBe(1)
  })

  it('names each mark for those who do not see it', () => {
    highlightPainter(indexText(root)).paint([segment(11, 15, 2)])
    expect(root.querySelector('mark button')?.getAttribute('aria-label')).toBe('2 notes on “bold”')
  })

  it('leaves no trace behind', () => {
    const before = root.innerHTML
    const painter = highlightPainter(indexText(root))
    const anySegments = fc
      .uniqueArray(fc.nat(61), { minLength: 2, maxLength: 12 })
      .map((cuts) => cuts.toSorted((a, b) => a - b))
      .map((cuts) =>
        cuts.flatMap((cut, at) => {
          const next = cuts[at + 1]
          return at % 2 === 0 && next !== undefined ? [segment(cut, next)] : []
        }),
      )
    fc.assert(
      fc.property(anySegments, (segments) => {
        painter.paint(segments)
        const index = indexText(root)
        for (const mark of root.querySelectorAll('mark')) {
          const { start, end } = mark.dataset
          expect(mark.textContent?.replaceAll('\n', '')).toBe(
            index.textOf(Number(start), Number(end)).replaceAll('\n', ''),
          )
        }
        painter.paint([])
        expect(root.innerHTML).toBe(before)
      }),
      { numRuns: 30 },
    )
  })

  it('keeps what is selected', () => {
    const index = indexText(root)
    const range = index.rangeOf(11, 22)
    if (range) document.getSelection()?.addRange(range)
    highlightPainter(index).paint([segment(13, 20)])
    expect(document.getSelection()?.toString()).toBe('bold and li')
  })
})

describe('dealing segments to blocks', () => {
  it('gives each block what lies in it, cut to size', () => {
    const blocks = [
      { start: 0, end: 4 },
      { start: 5, end: 9 },
    ]
    expect(dealt([segment(1, 7), segment(8, 12)], blocks).map(([, within]) => within)).toEqual([
      [segment(1, 4)],
      [segment(5, 7), segment(8, 9)],
    ])
  })
})
