// Whether one word may be another, misspelt or bent: most of it is the same from its begin or to its end. Of numbers that says nothing.

import type { Vocabulary } from './tokens'

const SHORTEST = 4
const SHARED = 0.6

/** Whether two different words are alike, by the vocabulary's numbers. Remembers what it was asked. */
export function likenessOf({ words }: Vocabulary): (one: number, other: number) => boolean {
  const known = new Map<number, boolean>()
  const edges = words.map((word) => [word.charCodeAt(0), word.charCodeAt(word.length - 1)] as const)
  return (one, other) => {
    const [a, b] = [edges[one], edges[other]]
    if (!a || !b || (a[0] !== b[0] && a[1] !== b[1])) return false
    const key = one * words.length + other
    const answer = known.get(key) ?? isAlike(words[one] ?? '', words[other] ?? '')
    known.set(key, answer)
    return answer
  }
}

function isAlike(one: string, other: string): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one]
  if (shorter.length < SHORTEST || /\p{N}/u.test(shorter)) return false
  const head = sharedHead(shorter, longer)
  const tail = sharedTail(shorter.slice(head), longer.slice(head))
  return head + tail >= SHARED * longer.length
}

/** How many code units two strings have in common from their begin. */
export function sharedHead(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let length = 0
  while (length < most && one[length] === other[length]) length += 1
  return length
}

/** How many code units two strings have in common to their end. */
export function sharedTail(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let length = 0
  while (length < most && one[one.length - 1 - length] === other[other.length - 1 - length]) {
    length += 1
  }
  return length
}
