// Which posts say nearly what an earlier one said. Likeness is the Jaccard index of the sets of character trigrams. All pairs are found
// exactly, without comparing all pairs: a prefix filter (Bayardo, Ma, Srikant 2007, "Scaling up all pairs similarity search").

/** From here on two posts are near copies. */
export const NEAR_DUPLICATE_FROM = 0.8

export type Post = { readonly id: string; readonly text: string }

/** An earlier post that one is a near copy of, and how alike they are (0 to 1). */
export type NearDuplicate = { readonly of: string; readonly likeness: number }

/** The trigrams of a text: folded letters and digits, one blank between words, a blank at either end. */
export function trigramsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const letters = Array.from(words.length === 0 ? '' : ` ${words.join(' ')} `)
  return new Set(letters.slice(2).map((_, n) => letters.slice(n, n + 3).join('')))
}

/** The Jaccard index of two sets: shared over all; 0 where both are empty. */
export function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let shared = 0
  for (const each of small) if (large.has(each)) shared += 1
  const all = one.size + other.size - shared
  return all === 0 ? 0 : shared / all
}

/**
 * For each post that is a near copy of an earlier one: the most similar earlier one. `posts` in the order they were written. Posts
 * without trigrams are nobody's copy. Close to linear for posts of people; the worst case is that of all pairs.
 */
export function nearDuplicates(posts: readonly Post[]): ReadonlyMap<string, NearDuplicate> {
  const sets = posts.map(({ text }) => trigramsOf(text))
  const ranks = ranksOf(sets)
  const index = new Map<number, number[]>()
  const found = new Map<string, NearDuplicate>()
  for (const [n, post] of posts.entries()) {
    const own = sets[n] ?? new Set<string>()
    const prefix = prefixOf(own, ranks)
    const nearest = nearestOf({ own, candidates: candidatesIn(index, prefix), sets, posts })
    if (nearest) found.set(post.id, nearest)
    for (const rank of prefix) listAt(index, rank).push(n)
  }
  return found
}

// Rare trigrams first, so that few posts share a prefix. Equal counts in the order of first use: nothing else decides.
function ranksOf(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const set of sets) for (const each of set) counts.set(each, (counts.get(each) ?? 0) + 1)
  const rarest = Array.from(counts).sort(([, one], [, other]) => one - other)
  return new Map(rarest.map(([trigram], rank) => [trigram, rank]))
}

// Two sets with a Jaccard index of at least t share an element among the first |s| − ⌈t·|s|⌉ + 1 of each.
function prefixOf(set: ReadonlySet<string>, ranks: ReadonlyMap<string, number>): readonly number[] {
  const sorted = Array.from(set, (each) => ranks.get(each) ?? 0).sort((one, other) => one - other)
  const length = set.size - Math.ceil(NEAR_DUPLICATE_FROM * set.size) + 1
  return sorted.slice(0, set.size === 0 ? 0 : length)
}

function listAt(index: Map<number, number[]>, rank: number): number[] {
  const list = index.get(rank) ?? []
  index.set(rank, list)
  return list
}

function candidatesIn(
  index: ReadonlyMap<number, readonly number[]>,
  prefix: readonly number[],
): ReadonlySet<number> {
  return new Set(prefix.flatMap((rank) => index.get(rank) ?? []))
}

type Search = {
  readonly own: ReadonlySet<string>
  readonly candidates: ReadonlySet<number>
  readonly sets: readonly ReadonlySet<string>[]
  readonly posts: readonly Post[]
}

function nearestOf({ own, candidates, sets, posts }: Search): NearDuplicate | null {
  let nearest: NearDuplicate | null = null
  for (const n of candidates) {
    const [set, post] = [sets[n], posts[n]]
    if (!set || !post || !couldBeAlike(own.size, set.size)) continue
    const likeness = jaccard(own, set)
    if (likeness >= NEAR_DUPLICATE_FROM && likeness > (nearest?.likeness ?? 0)) {
      nearest = { of: post.id, likeness }
    }
  }
  return nearest
}

function couldBeAlike(one: number, other: number): boolean {
  return Math.min(one, other) >= NEAR_DUPLICATE_FROM * Math.max(one, other)
}
