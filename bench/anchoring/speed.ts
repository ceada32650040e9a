// How long the command line takes for ten thousand anchors, whole process, less the same process with two empty files and no anchor; and
// what the peer's search takes for each quote alone.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from '@/lib/text/selectors'
import { projectFolder } from '@/scripts/project.mjs'
import { peerPlace } from './peer'
import { randomQuotes } from './quotes'
import { randomFrom } from './random'
import type { Case } from './rows'

export type Speed = {
  /** Seconds, the least of several runs. */
  readonly seconds: number
  /** How many times as long the peer's search takes, judged by a sample. */
  readonly ratio: number
}

const ANCHORS = 10_000
const SAMPLE = 100

/** Measures one revision. */
export function speedOf({ text, now }: Case, rounds: number): Speed {
  const quotes = randomQuotes(text, ANCHORS, randomFrom(4)).map(({ start, end }) => ({
    start,
    end,
    ...describe(text, start, end),
  }))
  const folder = mkdtempSync(join(tmpdir(), 'anchoring-'))
  const input = `${quotes.map((quote) => JSON.stringify(quote)).join('\n')}\n`
  for (const [name, words] of [
    ['old', text],
    ['new', now.text],
    ['empty', ''],
  ] as const) {
    writeFileSync(join(folder, name), words)
  }
  let [full, empty] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < rounds; round += 1) {
    empty = Math.min(empty, seconds(folder, 'empty', 'empty', ''))
    full = Math.min(full, seconds(folder, 'old', 'new', input))
  }
  rmSync(folder, { recursive: true })
  const began = performance.now()
  for (const quote of quotes.slice(0, SAMPLE)) {
    peerPlace(now.text, quote.exact, { ...quote, hint: quote.start })
  }
  const alone = ((performance.now() - began) / 1_000 / SAMPLE) * ANCHORS
  return { seconds: full - empty, ratio: alone / (full - empty) }
}

function seconds(folder: string, old: string, now: string, input: string): number {
  const began = performance.now()
  const { status } = spawnSync(
    'node',
    [
      '--import',
      'tsx',
      'scripts/anchor.ts',
      '--old',
      join(folder, old),
      '--new',
      join(folder, now),
    ],
    { cwd: projectFolder, input, maxBuffer: 1 << 28 },
  )
  if (status !== 0) throw new Error('The command line failed.')
  return (performance.now() - began) / 1_000
}
