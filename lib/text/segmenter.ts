/** A segmenter by the rules of a language; of English where the tag is none that the engine understands. */
export function segmenterFor(language: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity })
  } catch {
    // A tag can look right and still not be one ("en-aa-bb"); people's settings must not break a page.
    return new Intl.Segmenter('en', { granularity })
  }
}
