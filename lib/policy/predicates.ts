// The named predicates that rules are made of. Each is one sentence about an actor and a thing; none asks the database.

import type { AnyActor, GroupRole } from './actor'
import { personOf, roleIn } from './actor'
import type {
  AnnotationFacts,
  AnnotationPlan,
  AssetFacts,
  ClaimFacts,
  DebateFacts,
  EvidenceFacts,
  GroupFacts,
  MembershipFacts,
  OwnFacts,
  ReadingFacts,
  ReplyFacts,
  VotesFacts,
} from './facts'

export type Predicate<About> = (actor: AnyActor, facts: About) => boolean

const RANK: Readonly<Record<GroupRole, number>> = {
  guest: 0,
  member: 1,
  moderator: 2,
  instructor: 2,
  owner: 3,
}

/** Whether a role stands at least as high as another; instructor and moderator stand equal. */
export function ranksAtLeast(role: GroupRole | null, least: GroupRole): boolean {
  return role !== null && RANK[role] >= RANK[least]
}

function standing(group: GroupFacts | null): group is GroupFacts {
  return group !== null && group.deletedAt === null
}

/** A signed-in person, whoever it is. */
export function signedIn(actor: AnyActor): boolean {
  return actor.kind === 'signed-in'
}

/** An administrator of the whole site. */
export function administers(actor: AnyActor): boolean {
  return actor.kind === 'signed-in' && actor.adminSince !== null
}

/** It is this person's own. */
export function isOwn(actor: AnyActor, { personId }: OwnFacts): boolean {
  return personOf(actor) === personId
}

// Groups

export function readsGroup(actor: AnyActor, group: GroupFacts | null): boolean {
  return standing(group) && (group.kind === 'public' || roleIn(actor, group.id) !== null)
}

export function belongsToGroup(actor: AnyActor, group: GroupFacts): boolean {
  return standing(group) && roleIn(actor, group.id) !== null
}

export function writesInGroup(actor: AnyActor, group: GroupFacts | null): boolean {
  return standing(group) && ranksAtLeast(roleIn(actor, group.id), 'member')
}

export function moderatesGroup(actor: AnyActor, group: GroupFacts | null): boolean {
  return standing(group) && ranksAtLeast(roleIn(actor, group.id), 'moderator')
}

export function ownsGroup(actor: AnyActor, group: GroupFacts): boolean {
  return standing(group) && roleIn(actor, group.id) === 'owner'
}

export function isOpenGroup(_: AnyActor, group: GroupFacts): boolean {
  return standing(group) && group.kind === 'public'
}

/** Members fill the shelves of a team; in a course and in a public group those who lead it do. */
export function fillsShelvesOf(actor: AnyActor, group: GroupFacts): boolean {
  return group.kind === 'team' ? writesInGroup(actor, group) : moderatesGroup(actor, group)
}

// Memberships

export function isOwnMembership(actor: AnyActor, membership: MembershipFacts): boolean {
  return personOf(actor) === membership.personId
}

export function ownsItsGroup(actor: AnyActor, { group }: MembershipFacts): boolean {
  return ownsGroup(actor, group)
}

export function moderatesItsGroup(actor: AnyActor, { group }: MembershipFacts): boolean {
  return moderatesGroup(actor, group)
}

/** Nobody gives, takes or invites to a role above his own. */
export function isNotAboveOwnRole(actor: AnyActor, { group, role }: MembershipFacts): boolean {
  const own = roleIn(actor, group.id)
  return own !== null && RANK[role] <= RANK[own]
}

/** Those who lead a group remove those below them, not each other. */
export function isBelowOwnRole(actor: AnyActor, { group, role }: MembershipFacts): boolean {
  const own = roleIn(actor, group.id)
  return own !== null && RANK[role] < RANK[own]
}

// Readings

export function seesReading(actor: AnyActor, reading: ReadingFacts): boolean {
  if (reading.deletedAt !== null) return false
  if (reading.visibility === 'public' || ownsReading(actor, reading)) return true
  return (
    reading.visibility === 'group' && reading.shelves.some(({ group }) => readsGroup(actor, group))
  )
}

export function ownsReading(actor: AnyActor, reading: ReadingFacts): boolean {
  return personOf(actor) !== null && personOf(actor) === reading.ownerId
}

// Pictures

export function broughtIt(actor: AnyActor, { uploads }: AssetFacts): boolean {
  const personId = personOf(actor)
  return personId !== null && uploads.some((upload) => upload.personId === personId)
}

export function seesReadingWithIt(actor: AnyActor, { uses }: AssetFacts): boolean {
  return uses.some(({ reading }) => seesReading(actor, reading))
}

// Annotations and replies

/** A deleted note is gone, but for its author (who may take that back) and while it carries replies. */
function isStanding(actor: AnyActor, note: AnnotationFacts): boolean {
  return note.deletedAt === null || note.thread.replyCount > 0 || wroteIt(actor, note)
}

export function wroteIt(actor: AnyActor, post: { readonly authorId: string }): boolean {
  return personOf(actor) !== null && personOf(actor) === post.authorId
}

export function isNotDeleted(_: AnyActor, post: { readonly deletedAt: Date | null }): boolean {
  return post.deletedAt === null
}

export function seesNote(actor: AnyActor, note: AnnotationFacts): boolean {
  if (!seesReading(actor, note.reading) || !isStanding(actor, note)) return false
  if (wroteIt(actor, note) || note.visibility === 'public') return true
  return note.visibility === 'group' && readsGroup(actor, note.group)
}

/** Writes where the note stands: as a member of its group or, outside any group, as anybody signed in. */
export function writesWhereItStands(actor: AnyActor, note: AnnotationFacts): boolean {
  return note.group === null ? signedIn(actor) : writesInGroup(actor, note.group)
}

export function moderatesWhereItStands(actor: AnyActor, note: AnnotationFacts): boolean {
  return note.visibility !== 'private' && moderatesGroup(actor, note.group)
}

/** Owns the text that the note is about, and may see the note. */
export function ownsItsReading(actor: AnyActor, note: AnnotationFacts): boolean {
  return ownsReading(actor, note.reading)
}

/** One takes back one's own deletion, not a moderator's. */
export function deletedItOneself(
  actor: AnyActor,
  post: { readonly deletedById: string | null },
): boolean {
  return personOf(actor) !== null && personOf(actor) === post.deletedById
}

export function seesItsReading(actor: AnyActor, { reading }: AnnotationPlan): boolean {
  return seesReading(actor, reading)
}

/** On a shelf: a member of its group who may write, for a reading that stands there. */
export function writesOnItsShelf(actor: AnyActor, { reading, group }: AnnotationPlan): boolean {
  return (
    group !== null &&
    writesInGroup(actor, group) &&
    reading.shelves.some((shelf) => shelf.group.id === group.id)
  )
}

/** Outside any group: for oneself or for everyone, by anybody signed in who sees the reading. */
export function needsNoGroup(actor: AnyActor, { group, visibility }: AnnotationPlan): boolean {
  return group === null && visibility !== 'group' && signedIn(actor)
}

export function seesItsNote(actor: AnyActor, { annotation }: ReplyFacts): boolean {
  return seesNote(actor, annotation)
}

export function writesWhereItsNoteStands(actor: AnyActor, { annotation }: ReplyFacts): boolean {
  return writesWhereItStands(actor, annotation)
}

export function moderatesWhereItsNoteStands(actor: AnyActor, { annotation }: ReplyFacts): boolean {
  return moderatesWhereItStands(actor, annotation)
}

/** Only what a group reads can be argued by it. */
export function standsInItsGroup(_: AnyActor, note: AnnotationFacts): boolean {
  return note.group !== null && note.visibility !== 'private'
}

// Debates and claims

export function seesDebate(actor: AnyActor, { reading, group }: DebateFacts): boolean {
  return readsGroup(actor, group) && seesReading(actor, reading)
}

/** A member who may write, of a group on whose shelf the reading stands. */
export function arguesIn(actor: AnyActor, { reading, group }: DebateFacts): boolean {
  return writesInGroup(actor, group) && reading.shelves.some((shelf) => shelf.group.id === group.id)
}

export function leadsDebate(actor: AnyActor, { group }: DebateFacts): boolean {
  return moderatesGroup(actor, group)
}

export function seesItsDebate(
  actor: AnyActor,
  { debate }: { readonly debate: DebateFacts },
): boolean {
  return seesDebate(actor, debate)
}

export function arguesInItsDebate(actor: AnyActor, { debate }: ClaimFacts): boolean {
  return arguesIn(actor, debate)
}

export function leadsItsDebate(actor: AnyActor, { debate }: ClaimFacts): boolean {
  return leadsDebate(actor, debate)
}

export function isNotWithdrawn(_: AnyActor, { withdrawnAt }: ClaimFacts): boolean {
  return withdrawnAt === null
}

/** What the group argues about is not its author's alone. */
export function isNoThesis(_: AnyActor, { isThesis }: ClaimFacts): boolean {
  return !isThesis
}

/** Nobody is swayed by what others said before he has said it himself. */
export function hasVotedOneself(_: AnyActor, { hasVoted }: VotesFacts): boolean {
  return hasVoted
}

export function groupShowsVoters(_: AnyActor, { showsVoters }: VotesFacts): boolean {
  return showsVoters
}

export function addedIt(actor: AnyActor, { addedById }: EvidenceFacts): boolean {
  return personOf(actor) !== null && personOf(actor) === addedById
}

export function wroteItsClaim(actor: AnyActor, { claim }: EvidenceFacts): boolean {
  return wroteIt(actor, claim)
}

export function arguesWhereItIsCited(actor: AnyActor, { claim }: EvidenceFacts): boolean {
  return arguesInItsDebate(actor, claim)
}

export function leadsWhereItIsCited(actor: AnyActor, { claim }: EvidenceFacts): boolean {
  return leadsItsDebate(actor, claim)
}
