// Revision histories of prose, written by hand: of every sentence it is known which one it was before. A line is `id| sentence`; the id
// stays with the sentence through all revisions, sentences made one have both their ids, an empty line ends a paragraph, and `==` begins
// a revision.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { reanchor } from '@/lib/text/anchoring/anchoring'
import { describe } from '@/lib/text/selectors'
import { peerPlace } from './peer'
import type { Verdict } from './quotes'

type Sentence = { readonly ids: readonly string[]; readonly start: number; readonly end: number }
type Revision = { readonly text: string; readonly sentences: readonly Sentence[] }
type Place = { readonly start: number; readonly end: number }

/** How the sentences of every revision fare in every other one, forwards and back, so many revisions away at least. */
export function historyVerdicts(who: 'ours' | 'peer', least: number, most: number): Verdict[] {
  return histories().flatMap((revisions) =>
    revisions.flatMap((before, one) =>
      revisions.flatMap((after, other) => {
        const distance = Math.abs(one - other)
        if (distance < least || distance > most) return []
        return verdictsBetween(before, after, who === 'ours' ? ourPlaces : peerPlaces)
      }),
    ),
  )
}

type Placing = (before: Revision, after: Revision) => (Place | null)[]

function verdictsBetween(before: Revision, after: Revision, placing: Placing): Verdict[] {
  return placing(before, after).map((place, n) => {
    const ids = before.sentences[n]?.ids ?? []
    const there = after.sentences.filter((sentence) => sentence.ids.some((id) => ids.includes(id)))
    if (there.length === 0) return place ? 'false' : 'none'
    if (!place) return 'missed'
    const inside = there.map(
      ({ start, end }) => Math.min(place.end, end) - Math.max(place.start, start),
    )
    const covered = inside.reduce((sum, length) => sum + Math.max(0, length), 0)
    return covered * 2 >= place.end - place.start ? 'right' : 'wrong'
  })
}

function ourPlaces(before: Revision, after: Revision): (Place | null)[] {
  const anchors = before.sentences.map(({ start, end }) => ({ start, end }))
  return reanchor({ oldText: before.text, newText: after.text, anchors }).map((anchored) =>
    'start' in anchored ? anchored : null,
  )
}

function peerPlaces(before: Revision, after: Revision): (Place | null)[] {
  return before.sentences.map(({ start, end }) => {
    const quote = describe(before.text, start, end)
    return peerPlace(after.text, quote.exact, { ...quote, hint: start })
  })
}

function histories(): Revision[][] {
  const folder = join(import.meta.dirname, 'histories')
  return readdirSync(folder).map((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split(/^==.*\n/m)
      .slice(1)
      .map(revisionIn),
  )
}

function revisionIn(lines: string): Revision {
  const sentences: Sentence[] = []
  let text = ''
  for (const line of lines.trim().split('\n')) {
    const bar = line.indexOf('|')
    if (bar < 0) {
      text += text.endsWith('\n') ? '' : '\n'
      continue
    }
    if (text !== '' && !text.endsWith('\n')) text += ' '
    const words = line.slice(bar + 1).trim()
    sentences.push({
      ids: line.slice(0, bar).split(' '),
      start: text.length,
      end: text.length + words.length,
    })
    text += words
  }
  return { text, sentences }
}
