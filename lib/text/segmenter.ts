// Words and sentences by the rules of a language. An engine's segmenter takes time with the square of a string's length: 20,000 words in
// one line would take half a minute. So it is only ever given a window of the text, which moves on from a boundary that it found.

export type Segment = {
  readonly segment: string
  /** In UTF-16 code units, from the start of the whole text. */
  readonly index: number
  /** Undefined for sentences. */
  readonly isWordLike: boolean | undefined
}

export type Granularity = 'word' | 'sentence'

// Measured with Node 20: 256 to 512 code units cost the least a segment.
const WINDOW: Readonly<Record<Granularity, number>> = { word: 512, sentence: 2_048 }
// A boundary this close to the window's end might be none if more were seen.
const MARGIN = 64

/** The segments of a text, in order; together they are the text. Linear, whatever the text. */
export function* segmentsIn(
  text: string,
  language: string,
  granularity: Granularity,
): Generator<Segment, void, undefined> {
  const segmenter = segmenterFor(language, granularity)
  let start = 0
  let size = WINDOW[granularity]
  while (start < text.length) {
    const end = windowEnd(text, start + size)
    const sure = end === text.length ? end : end - MARGIN
    let next = start
    for (const { segment, index, isWordLike } of segmenter.segment(text.slice(start, end))) {
      if (start + index + segment.length > sure) break
      yield { segment, index: start + index, isWordLike }
      next = start + index + segment.length
    }
    // A segment longer than the window: look at twice as much. The sum of the windows stays linear.
    size = next === start ? size * 2 : WINDOW[granularity]
    start = next
  }
}

function windowEnd(text: string, wished: number): number {
  if (wished >= text.length) return text.length
  const isLow = (text.charCodeAt(wished) & 0xfc00) === 0xdc00
  return isLow ? wished + 1 : wished
}

function segmenterFor(language: string, granularity: Granularity): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity })
  } catch {
    // A tag can look right and still not be one ("en-aa-bb"); people's settings must not break a page.
    return new Intl.Segmenter('en', { granularity })
  }
}
