// What two texts have in common, when nobody recorded how the one became the other. Pure.

import type { KeptRun } from './kept-runs'
import { wordDiff } from './word-diff'

/** The runs that stayed, in order, by comparing word by word. As costly as `wordDiff`. */
export function runsByWords(oldText: string, newText: string, language: string): KeptRun[] {
  const runs: KeptRun[] = []
  let [from, to] = [0, 0]
  for (const { kind, text } of wordDiff(oldText, newText, language)) {
    if (kind === 'kept') runs.push([from, to, text.length])
    if (kind !== 'come') from += text.length
    if (kind !== 'gone') to += text.length
  }
  return runs
}
