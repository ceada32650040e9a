// How well anchors follow their passages, beside the algorithm of the Hypothesis client, over revisions of which every answer is known.

import { parseArgs } from 'node:util'
import { figure, keepJson, printTable, say } from '@/bench/report'
import { reanchor } from '@/lib/text/anchoring/anchoring'
import { describe } from '@/lib/text/selectors'
import { historyVerdicts } from './histories'
import { peerPlace } from './peer'
import { randomQuotes, type Verdict, verdict, whereabouts } from './quotes'
import { randomFrom } from './random'
import { type Bar, type Case, type Row, rows } from './rows'
import { meanOf, type Score, scoreOf, worstOf } from './score'
import { type Speed, speedOf } from './speed'

const { values: flags } = parseArgs({
  options: {
    seeds: { type: 'string', default: '5' },
    first: { type: 'string', default: '1' },
    quotes: { type: 'string', default: '1000' },
    only: { type: 'string', default: '' },
    'no-peer': { type: 'boolean', default: false },
    'no-speed': { type: 'boolean', default: false },
  },
})

type Result = {
  readonly name: string
  readonly bar: Bar
  readonly mean: Score
  readonly worst: Score
  /** The mean where replaced words count as gone: only what survived is asked for. */
  readonly surviving: Score
  readonly peer: Score | null
}

const results = [
  ...rows.filter(({ name }) => name.includes(flags.only)).map(measured),
  ...(flags.only ? [] : writtenHistories()),
]
printTable(
  [
    'edit',
    'recall',
    'tight',
    'wrong',
    'false',
    'must reach',
    '',
    'worst seed',
    'words gone',
    'peer',
  ],
  results.map(cellsOf),
)
const speeds = flags['no-speed'] || flags.only ? [] : speedResults()
keepJson('anchoring', { seeds: flags.seeds, first: flags.first, results, speeds })

function measured(row: Row): Result {
  const seeds = Array.from({ length: Number(flags.seeds) }, (_, n) => Number(flags.first) + n)
  const judged = seeds.map((seed) => verdicts(row.make(seed), seed, ourPlaces))
  const scores = judged.map(({ standing }) => scoreOf(standing))
  const [seed = 1] = seeds
  const hasPeer = row.hasPeer && !flags['no-peer']
  return {
    name: row.name,
    bar: row.bar,
    mean: meanOf(scores),
    worst: worstOf(scores),
    surviving: meanOf(judged.map(({ surviving }) => scoreOf(surviving))),
    peer: hasPeer ? scoreOf(verdicts(row.make(seed), seed, peerPlaces).standing) : null,
  }
}

type Place = { readonly start: number; readonly end: number }
type Placing = (made: Case, quotes: readonly Place[]) => (Place | null)[]

type Judged = { readonly standing: Verdict[]; readonly surviving: Verdict[] }

// Replaced words count as standing in place, and beside it as gone.
function verdicts(made: Case, seed: number, placing: Placing): Judged {
  const quotes = randomQuotes(
    made.marked ?? made.text,
    Number(flags.quotes),
    randomFrom(seed + 500),
  )
  const answers = placing(made, quotes)
  const judge = (origins: readonly number[]) => {
    const places = whereabouts(origins, made.text.length)
    return quotes.map((quote, n) => verdict(places, quote, answers[n] ?? null))
  }
  return { standing: judge(made.now.standing), surviving: judge(made.now.origins) }
}

function ourPlaces({ text, now }: Case, anchors: readonly Place[]): (Place | null)[] {
  return reanchor({ oldText: text, newText: now.text, anchors }).map((anchored) =>
    'start' in anchored ? anchored : null,
  )
}

function peerPlaces({ text, now }: Case, quotes: readonly Place[]): (Place | null)[] {
  return quotes.map(({ start, end }) => {
    const quote = describe(text, start, end)
    return peerPlace(now.text, quote.exact, { ...quote, hint: start })
  })
}

function writtenHistories(): Result[] {
  return [
    { name: 'written histories, next revision', least: 1, most: 1, recall: 0.99 },
    { name: 'written histories, all revisions', least: 1, most: 99, recall: 0.95 },
  ].map(({ name, least, most, recall }) => {
    const ours = scoreOf(historyVerdicts('ours', least, most))
    const peer = scoreOf(historyVerdicts('peer', least, most))
    return {
      name,
      bar: { recall, falseAnchors: 0.09 },
      mean: ours,
      worst: ours,
      surviving: ours,
      peer,
    }
  })
}

function cellsOf({ name, bar, mean, worst, surviving, peer }: Result): string[] {
  return [
    name,
    share(mean.recall),
    share(mean.tight),
    share(mean.wrong),
    share(mean.falseAnchors),
    [bar.recall, bar.tight, bar.falseAnchors].map((value) => value ?? '–').join(' / '),
    reaches(mean, bar) ? 'pass' : 'FAIL',
    [worst.recall, worst.tight, worst.falseAnchors].map(share).join(' / '),
    [surviving.recall, surviving.tight, surviving.falseAnchors].map(share).join(' / '),
    peer ? [peer.recall, peer.tight, peer.falseAnchors].map(share).join(' / ') : '–',
  ]
}

function reaches(score: Score, { recall = 0, tight = 0, falseAnchors = 1 }: Bar): boolean {
  return !(score.recall < recall || score.tight < tight || score.falseAnchors > falseAnchors)
}

function share(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(3)
}

function speedResults(): (Speed & { readonly name: string; readonly goal: number })[] {
  const measuredRows = [
    { name: 'article, all mixed', row: 'all mixed', goal: 0.25 },
    { name: 'book, all mixed', row: 'book of 500,000 characters, mixed', goal: 2 },
  ].flatMap(({ name, row, goal }) => {
    const found = rows.find((other) => other.name === row)
    return found ? [{ name, goal, ...speedOf(found.make(1), 5) }] : []
  })
  printTable(
    ['10,000 anchors', 'seconds', 'must reach', '', 'each quote alone'],
    measuredRows.map(({ name, seconds, goal, ratio }) => [
      name,
      figure(seconds),
      String(goal),
      seconds < goal ? 'pass' : 'FAIL',
      `${figure(ratio)} times as long`,
    ]),
  )
  say()
  return measuredRows
}
