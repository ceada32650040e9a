// Who reviews whom. Done when writing ends, so that late work gets its reviewers too, and mended afterwards: somebody who does not turn
// up is replaced by whoever has least to do, an assistant as the last resort.

import { type Random, shuffled } from '@/lib/circles/draw'

export type Review = { readonly reviewerId: string; readonly authorId: string }

/**
 * `each` reviews for everybody who handed in, and as many to write: people in an order drawn by lot review the next ones round the
 * ring. So nobody reviews themselves, no pair stands twice, and everybody has the same load. With too few people each gets what there is.
 */
export function allocateReviews(
  authors: readonly string[],
  each: number,
  random: Random,
): readonly Review[] {
  const ring = shuffled(Array.from(new Set(authors)).toSorted(), random)
  const most = Math.max(0, Math.min(each, ring.length - 1))
  return ring.flatMap((reviewerId, n) =>
    Array.from({ length: most }, (_, step) => ({
      reviewerId,
      authorId: ring[(n + step + 1) % ring.length] ?? reviewerId,
    })),
  )
}

/**
 * A new reviewer for one author: of those who may still review, who has the fewest reviews and neither wrote the work nor reviews it
 * already; of equals the first in order of id. `spare` (an assistant) where nobody is left; null where there is no spare.
 */
export function replacementFor(
  authorId: string,
  {
    reviews,
    available,
    spare,
  }: {
    readonly reviews: readonly Review[]
    readonly available: readonly string[]
    readonly spare: string | null
  },
): string | null {
  const load = (person: string) => reviews.filter(({ reviewerId }) => reviewerId === person).length
  const isFree = (person: string) =>
    person !== authorId &&
    !reviews.some((review) => review.reviewerId === person && review.authorId === authorId)
  const [best] = available
    .filter(isFree)
    .toSorted((one, other) => load(one) - load(other) || (one < other ? -1 : 1))
  return best ?? (spare !== null && isFree(spare) ? spare : null)
}
