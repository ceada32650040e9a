// How a debate is put into another order. A link is never altered: one goes and another comes, so that whoever names a link that has gone
// since has a conflict and not a mess, and the reverse of a change is the same change read backwards.

import { Conflict, Invalid } from '@/lib/errors'
import type { Aspect, Relation } from './claim'

/** That one claim hangs on another. */
export type Link = {
  readonly id: string
  readonly parentId: string
  readonly childId: string
  readonly relation: Relation
  readonly attacks: Aspect | null
}

/** What people call a change of a debate's order. */
export type ChangeKind = 'linked' | 'unlinked' | 'moved' | 'merged' | 'split' | 'archived'

export type Change = {
  /** Links that go. Votes on whether something matters there go with them, unless carried. */
  readonly taken: readonly Link[]
  readonly made: readonly Link[]
  /** From which link to which one votes on relevance still apply. */
  readonly carried: readonly { readonly from: string; readonly to: string }[]
  /** Claims that leave the debate. Votes on their truth stay with them. */
  readonly closed: readonly string[]
  readonly reopened: readonly string[]
}

const NOTHING: Change = { taken: [], made: [], carried: [], closed: [], reopened: [] }

type NewId = () => string

/** Whether a claim would, under this parent, hang on itself. Linear in links. */
export function wouldLoop(links: readonly Link[], parentId: string, childId: string): boolean {
  return parentId === childId || belowOf(links, childId).has(parentId)
}

/** Everything that hangs on a claim, at any depth. Linear in links. */
export function belowOf(links: readonly Link[], id: string): ReadonlySet<string> {
  const children = new Map<string, string[]>()
  for (const { parentId, childId } of links) {
    const known = children.get(parentId)
    if (known) known.push(childId)
    else children.set(parentId, [childId])
  }
  const below = new Set<string>()
  const waiting = [id]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const child of children.get(next) ?? []) {
      if (below.has(child)) continue
      below.add(child)
      waiting.push(child)
    }
  }
  return below
}

function linkNamed(links: readonly Link[], linkId: string): Link {
  const link = links.find(({ id }) => id === linkId)
  if (link) return link
  throw new Conflict(
    'moved-meanwhile',
    'Somebody moved this claim meanwhile. Nothing was changed: look where it stands now.',
  )
}

function requireNoLoop(links: readonly Link[], parentId: string, childId: string): void {
  if (!wouldLoop(links, parentId, childId)) return
  throw new Invalid(
    'loop',
    'A claim cannot hang on itself or on what hangs on it. Nothing was changed.',
  )
}

function requireUnlinked(links: readonly Link[], parentId: string, childId: string): void {
  const known = links.some((link) => link.parentId === parentId && link.childId === childId)
  if (known) throw new Conflict('linked-already', 'It hangs there already. Nothing was changed.')
}

/** Hangs a claim on one more parent, without copying it. */
export function linkUnder(links: readonly Link[], link: Link): Change {
  requireUnlinked(links, link.parentId, link.childId)
  requireNoLoop(links, link.parentId, link.childId)
  return { ...NOTHING, made: [link] }
}

/** Takes a claim from one of several parents. */
export function unlink(links: readonly Link[], linkId: string): Change {
  const link = linkNamed(links, linkId)
  if (!links.some(({ id, childId }) => id !== linkId && childId === link.childId)) {
    throw new Invalid('last-parent', 'It hangs nowhere else. Archive or withdraw it instead.')
  }
  return { ...NOTHING, taken: [link] }
}

export type Place = Pick<Link, 'parentId' | 'relation' | 'attacks'>

/**
 * Moves a claim to another parent or another side. Whether it matters is a question about a place: those votes are dropped with the old parent, and kept when
 * only the side changes.
 */
export function move(links: readonly Link[], linkId: string, to: Place, newId: NewId): Change {
  const link = linkNamed(links, linkId)
  const others = links.filter(({ id }) => id !== linkId)
  requireUnlinked(others, to.parentId, link.childId)
  requireNoLoop(others, to.parentId, link.childId)
  const made = { id: newId(), childId: link.childId, ...to }
  const carried = to.parentId === link.parentId ? [{ from: link.id, to: made.id }] : []
  return { ...NOTHING, taken: [link], made: [made], carried }
}

/** Merges a claim into another that says the same: all that hung on it, and all places where it hung, are the other's from now on. */
export function merge(links: readonly Link[], from: string, into: string, newId: NewId): Change {
  if (from === into || belowOf(links, from).has(into) || belowOf(links, into).has(from)) {
    throw new Invalid(
      'merge-below',
      'One of these hangs on the other, so they do not say the same. Move it first.',
    )
  }
  const taken = links.filter(({ parentId, childId }) => parentId === from || childId === from)
  const moved = taken.map((link) => ({
    from: link.id,
    link: {
      ...link,
      id: newId(),
      parentId: link.parentId === from ? into : link.parentId,
      childId: link.childId === from ? into : link.childId,
    },
  }))
  const fresh = moved.filter(
    ({ link }) =>
      !links.some(
        ({ parentId, childId }) => parentId === link.parentId && childId === link.childId,
      ),
  )
  return {
    ...NOTHING,
    taken,
    made: fresh.map(({ link }) => link),
    carried: fresh.map(({ from: old, link }) => ({ from: old, to: link.id })),
    closed: [from],
  }
}

/**
 * Splits what says two things: the second stands beside the first wherever that hangs, and takes with it those children that are its own. Whether the second matters
 * there nobody has said yet.
 */
export function split(
  links: readonly Link[],
  {
    claimId,
    secondId,
    childLinkIds,
  }: { claimId: string; secondId: string; childLinkIds: readonly string[] },
  newId: NewId,
): Change {
  const beside = links
    .filter(({ childId }) => childId === claimId)
    .map((link) => ({ ...link, id: newId(), childId: secondId }))
  const taken = childLinkIds.map((id) => linkNamed(links, id))
  if (taken.some(({ parentId }) => parentId !== claimId)) {
    throw new Invalid('not-a-child', 'Only what hangs on this claim can go with its second half.')
  }
  const moved = taken.map((link) => ({ ...link, id: newId(), parentId: secondId }))
  const carried = moved.map((link, at) => ({ from: taken[at]?.id ?? link.id, to: link.id }))
  // Its reverse puts the second half away.
  return { ...NOTHING, taken, made: [...beside, ...moved], carried, reopened: [secondId] }
}

/** Takes a claim out of the debate, and all that hangs on it alone. */
export function archive(claimId: string): Change {
  return { ...NOTHING, closed: [claimId] }
}

/** The change that takes a change back. */
export function reverseOf(change: Change): Change {
  return {
    taken: change.made,
    made: change.taken,
    carried: change.carried.map(({ from, to }) => ({ from: to, to: from })),
    closed: change.reopened,
    reopened: change.closed,
  }
}

/** The links after a change. Throws Conflict when a link that goes is not there, or one that comes is there already. */
export function applied(links: readonly Link[], { taken, made }: Change): readonly Link[] {
  for (const { id } of taken) linkNamed(links, id)
  const gone = new Set(taken.map(({ id }) => id))
  const left = links.filter(({ id }) => !gone.has(id))
  for (const { parentId, childId } of made) requireUnlinked(left, parentId, childId)
  for (const { parentId, childId } of made) requireNoLoop([...left, ...made], parentId, childId)
  return [...left, ...made]
}
