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
 * For each post that is a near copy of an earlier one: the most similar earlier one, the first of these. `posts` in the order they were
 * written. Posts without trigrams are nobody's copy. The worst case is that of all pairs, but a pair costs next to nothing unless it is close.
 */
export function nearDuplicates(posts: readonly Post[]): ReadonlyMap<string, NearDuplicate> {
  const sets = rankedSets(posts)
  const index = new Map<number, number[]>()
  const found = new Map<string, NearDuplicate>()
  for (const [n, post] of posts.entries()) {
    const own = sets[n] ?? NO_RANKS
    const length = prefixLength(own.length)
    const nearest = nearestOf(
      own,
      candidatesFor(own.subarray(0, length), { own, index, sets }),
      sets,
    )
    const of = nearest && posts[nearest.at]
    if (of) found.set(post.id, { of: of.id, likeness: nearest.likeness })
    for (let at = 0; at < length; at++) listAt(index, own[at] ?? 0).push(n, at)
  }
  return found
}

const NO_RANKS = new Int32Array(0)

// The trigrams of each post as numbers, the rarest first, so that few posts share a prefix. Equal counts in the order of first use:
// nothing else decides.
function rankedSets(posts: readonly Post[]): readonly Int32Array[] {
  const numbers = new Map<string, number>()
  const counts: number[] = []
  const sets = posts.map(({ text }) =>
    Int32Array.from(trigramsOf(text), (each) => {
      const number = numbers.get(each) ?? numbers.size
      numbers.set(each, number)
      counts[number] = (counts[number] ?? 0) + 1
      return number
    }),
  )
  const rarest = counts.map((count, number) => ({ count, number }))
  rarest.sort((one, other) => one.count - other.count)
  const ranks = new Int32Array(counts.length)
  for (const [rank, { number }] of rarest.entries()) ranks[number] = rank
  return sets.map((set) => set.map((number) => ranks[number] ?? 0).sort())
}

// Two sets with a Jaccard index of at least t share an element among the first |s| − ⌈t·|s|⌉ + 1 of each.
function prefixLength(size: number): number {
  return size === 0 ? 0 : size - Math.ceil(NEAR_DUPLICATE_FROM * size) + 1
}

function listAt(index: Map<number, number[]>, rank: number): number[] {
  const list = index.get(rank) ?? []
  index.set(rank, list)
  return list
}

type Sets = readonly Int32Array[]

type Search = {
  readonly own: Int32Array
  /** By rank: the posts that have it in their prefix, each with its place there. */
  readonly index: ReadonlyMap<number, readonly number[]>
  readonly sets: Sets
}

const OUT = -1

// Earlier posts that share a prefix and could still share enough: what follows a shared trigram is the most that can be shared besides
// (Xiao, Wang, Lin, Yu 2008, "Efficient similarity joins for near duplicate detection").
function candidatesFor(
  prefix: Int32Array,
  { own, index, sets }: Search,
): ReadonlyMap<number, number> {
  const shared = new Map<number, number>()
  for (const [at, rank] of prefix.entries()) {
    const list = index.get(rank) ?? []
    for (let n = 0; n < list.length; n += 2) {
      const [other = 0, place = 0] = [list[n], list[n + 1]]
      const size = sets[other]?.length ?? 0
      const before = shared.get(other) ?? 0
      if (before === OUT) continue
      const most = before + Math.min(own.length - at, size - place)
      shared.set(other, most >= leastShared(own.length, size) ? before + 1 : OUT)
    }
  }
  return shared
}

// So many trigrams are shared by two sets of these sizes that are near copies. Less a little, lest rounding leave one out.
function leastShared(one: number, other: number): number {
  return (NEAR_DUPLICATE_FROM / (1 + NEAR_DUPLICATE_FROM)) * (one + other) - 1e-6
}

function nearestOf(own: Int32Array, candidates: ReadonlyMap<number, number>, sets: Sets) {
  let nearest = { at: OUT, likeness: 0 }
  for (const [at, count] of candidates) {
    if (count === OUT) continue
    const likeness = likenessOf(own, sets[at] ?? NO_RANKS)
    const isNearer =
      likeness > nearest.likeness || (likeness === nearest.likeness && at < nearest.at)
    if (likeness >= NEAR_DUPLICATE_FROM && isNearer) nearest = { at, likeness }
  }
  return nearest.at === OUT ? null : nearest
}

// The Jaccard index of two sorted sets.
function likenessOf(one: Int32Array, other: Int32Array): number {
  let shared = 0
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const [left = 0, right = 0] = [one[a], other[b]]
    if (left === right) shared += 1
    if (left <= right) a += 1
    if (right <= left) b += 1
  }
  return shared / (one.length + other.length - shared)
}
