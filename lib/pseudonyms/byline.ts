// By what name somebody stands under what they wrote. In an assignment with pseudonyms, or without names, classmates do not read who
// wrote; the author and those who lead the course do.

import type { AnyActor } from '@/lib/policy/actor'
import type { GroupFacts } from '@/lib/policy/facts'
import { can } from '@/lib/policy/rules'

/** The row that veils somebody in an assignment; without a name where it is anonymous. */
export type Pseudonym = { readonly id: string; readonly name: string | null }

/** Who is read as the doer of something. */
export type Byline = { readonly id: string; readonly name: string }

export type Written = {
  /** Of the post. */
  readonly id: string
  readonly authorId: string
  readonly authorName: string
  /** Null where names are read, and for those who lead. */
  readonly pseudonym: Pseudonym | null
  readonly group: GroupFacts | null
}

/** How somebody is called who has no name in an assignment. */
export const NOBODY_NAMED = 'Anonymous'

/** Who a viewer reads as the author of a post. Of somebody anonymous each post is by another nobody, so that no two can be linked. */
export function bylineOf(viewer: AnyActor, post: Written): Byline {
  const { id, authorId, authorName, pseudonym, group } = post
  if (pseudonym === null || readsName(viewer, authorId, group)) {
    return { id: authorId, name: authorName }
  }
  return readAs(pseudonym, id)
}

/** Who is read in the place of somebody veiled, as the author of a post. */
export function readAs({ id, name }: Pseudonym, postId: string): Byline {
  return name === null ? { id: postId, name: NOBODY_NAMED } : { id, name }
}

/** What is known of who did something else to a post: resolved or placed it. Null where that would lift a veil. */
export function doerFor(
  viewer: AnyActor,
  doer: { readonly id: string | null; readonly name: string | null },
  { isVeiled, group }: { readonly isVeiled: boolean; readonly group: GroupFacts | null },
): Byline | null {
  const { id, name } = doer
  if (id === null || name === null) return null
  return isVeiled && !readsName(viewer, id, group) ? null : { id, name }
}

/** What a message says instead of who acted, where a listener does not read the names of those who write there. */
export function withoutActor(
  listener: AnyActor,
  { isVeiled, group }: { readonly isVeiled: boolean; readonly group: GroupFacts | null },
): { readonly actor?: null } {
  return isVeiled && !readsName(listener, '', group) ? { actor: null } : {}
}

/** Whether a viewer reads the names of those who write for a veiled assignment. */
function readsName(viewer: AnyActor, personId: string, group: GroupFacts | null): boolean {
  return group === null || can(viewer, 'pseudonym.lift', { personId, assignment: { group } })
}
