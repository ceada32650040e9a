import { apart } from '@/lib/apart/apart'
import { evaluate, type Work } from './evaluate'
import type { Participation } from './participation'

// A post takes about as long as so many letters of text.
const LETTERS_A_POST = 200

/** `evaluate`, in another process where there is much to evaluate. */
export function evaluateApart(work: Work): Promise<ReadonlyMap<string, Participation>> {
  const size = work.text.length + LETTERS_A_POST * work.posts.length
  return apart({ name: 'evaluate-work', input: work }, { size, here: () => evaluate(work) })
}
