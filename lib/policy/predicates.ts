// The named predicates that rules are made of. Each is one sentence about an actor and a thing; none asks the database.

import type { AnyActor } from './actor'
import { personOf, ranksAbove, ranksAtLeast, roleIn } from './actor'
import type { Condition } from './condition'
import type {
  AnnotationFacts,
  AnnotationPlan,
  AssignmentFacts,
  ChangeFacts,
  ClaimFacts,
  DebateFacts,
  DecisionFacts,
  EvidenceFacts,
  GradeFacts,
  GroupFacts,
  MembershipFacts,
  OthersFacts,
  ReadingFacts,
  ThreadFacts,
  VotesFacts,
} from './facts'
import { holds } from './holds'

export type Predicate<About> = (actor: AnyActor, facts: About) => boolean

/** A see-rule of sight.ts as a predicate. */
export function sees<About>(rule: Condition<About>): Predicate<About> {
  return (actor, facts) => holds(actor, rule, facts)
}

/** A predicate about what stands at a relation; of nothing, nothing holds. */
export function via<R extends string, About>(
  relation: R,
  predicate: Predicate<About>,
): Predicate<{ readonly [K in R]: About | null }> {
  return (actor, facts) => {
    const end = facts[relation]
    return end !== null && predicate(actor, end)
  }
}

/** Nothing stands at a relation. */
export function lacks<R extends string>(relation: R): Predicate<{ readonly [K in R]: unknown }> {
  return (_, facts) => facts[relation] === null
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

// Groups

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

/** Nobody gives, takes or invites to a role above his own. */
export function isNotAboveOwnRole(actor: AnyActor, { group, role }: MembershipFacts): boolean {
  const own = roleIn(actor, group.id)
  return own !== null && !ranksAbove(role, own)
}

/** Those who lead a group remove those below them, not each other. */
export function isBelowOwnRole(actor: AnyActor, { group, role }: MembershipFacts): boolean {
  const own = roleIn(actor, group.id)
  return own !== null && ranksAbove(own, role)
}

// Readings

export function ownsReading(actor: AnyActor, reading: ReadingFacts): boolean {
  return personOf(actor) !== null && personOf(actor) === reading.ownerId
}

// Annotations and replies

export function wroteIt(actor: AnyActor, post: { readonly authorId: string }): boolean {
  return personOf(actor) !== null && personOf(actor) === post.authorId
}

export function isNotDeleted(_: AnyActor, post: { readonly deletedAt: Date | null }): boolean {
  return post.deletedAt === null
}

/** Writes where the note stands: as a member of its group or, outside any group, as anybody signed in. */
export function writesWhereItStands(actor: AnyActor, note: AnnotationFacts): boolean {
  return note.group === null ? signedIn(actor) : writesInGroup(actor, note.group)
}

export function moderatesWhereItStands(actor: AnyActor, note: AnnotationFacts): boolean {
  return note.visibility !== 'private' && moderatesGroup(actor, note.group)
}

/** Writes in a conversation: where its claim is argued, else where its note stands. */
export function writesInThread(actor: AnyActor, { annotation, claim }: ThreadFacts): boolean {
  if (claim !== null) return writesInGroup(actor, claim.debate.group)
  return annotation !== null && writesWhereItStands(actor, annotation)
}

export function moderatesThread(actor: AnyActor, { annotation, claim }: ThreadFacts): boolean {
  if (claim !== null) return moderatesGroup(actor, claim.debate.group)
  return annotation !== null && moderatesWhereItStands(actor, annotation)
}

/** Nobody closed it to further replies, or the actor leads where it stands. */
export function isOpenToAnswer(actor: AnyActor, thread: ThreadFacts): boolean {
  return thread.lockedAt === null || moderatesThread(actor, thread)
}

/** Somebody else wrote it. */
export function isByAnother(actor: AnyActor, post: { readonly authorId: string }): boolean {
  return !wroteIt(actor, post)
}

/** One takes back one's own deletion, not a moderator's. */
export function deletedItOneself(
  actor: AnyActor,
  post: { readonly deletedById: string | null },
): boolean {
  return personOf(actor) !== null && personOf(actor) === post.deletedById
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

/** Only what a group reads can be argued by it. */
export function standsInItsGroup(_: AnyActor, note: AnnotationFacts): boolean {
  return note.group !== null && note.visibility !== 'private'
}

/** A grade is its student's to see once it is released. */
export function isReleased(_: AnyActor, { releasedAt }: GradeFacts): boolean {
  return releasedAt !== null
}

/** What was written for an assignment is argued within it. */
export function isOfNoAssignment(_: AnyActor, { assignmentId }: AnnotationFacts): boolean {
  return assignmentId === null
}

// Assignments

export function isCourse(_: AnyActor, { kind }: GroupFacts): boolean {
  return kind === 'course'
}

/** Published, and not closed. */
export function isRunning(_: AnyActor, { publishedAt, closedAt }: AssignmentFacts): boolean {
  return publishedAt !== null && closedAt === null
}

// Debates and claims

/** A member who may write, of a group on whose shelf the reading stands. */
export function arguesIn(actor: AnyActor, { reading, group }: DebateFacts): boolean {
  return writesInGroup(actor, group) && reading.shelves.some((shelf) => shelf.group.id === group.id)
}

export function isNotWithdrawn(_: AnyActor, { withdrawnAt }: ClaimFacts): boolean {
  return withdrawnAt === null
}

/** A claim that asks something and is not put away. */
export function openQuestion(
  _: AnyActor,
  { isOpenQuestion }: { readonly isOpenQuestion: boolean },
): boolean {
  return isOpenQuestion
}

export function isThesis(_: AnyActor, { isThesis: thesis }: ClaimFacts): boolean {
  return thesis
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

/** The same for stances and forecasts. */
export function hasGivenOwn(_: AnyActor, { hasGiven }: OthersFacts): boolean {
  return hasGiven
}

export function isSettled(_: AnyActor, { settled }: OthersFacts): boolean {
  return settled
}

export function madeIt(actor: AnyActor, { madeById }: ChangeFacts): boolean {
  return personOf(actor) !== null && personOf(actor) === madeById
}

export function addedIt(actor: AnyActor, { addedById }: EvidenceFacts): boolean {
  return personOf(actor) !== null && personOf(actor) === addedById
}

// Decisions about people and their words

/** Nobody judges what is about themselves. */
export function isAboutAnother(actor: AnyActor, { authorId }: DecisionFacts): boolean {
  return personOf(actor) !== authorId
}

export function isAboutOneself(actor: AnyActor, { authorId }: DecisionFacts): boolean {
  return authorId !== null && personOf(actor) === authorId
}

/** Nobody judges somebody of higher role. */
export function ranksAtLeastItsAuthor(
  actor: AnyActor,
  { group, authorRole }: DecisionFacts,
): boolean {
  const own = roleIn(actor, group.id)
  return own !== null && (authorRole === null || !ranksAbove(authorRole, own))
}

export function decidedByAnother(actor: AnyActor, { decidedById }: DecisionFacts): boolean {
  return personOf(actor) !== decidedById
}

/** Nobody overrules somebody of higher role. */
export function ranksAtLeastItsDecider(
  actor: AnyActor,
  { group, deciderRole }: DecisionFacts,
): boolean {
  const own = roleIn(actor, group.id)
  return own !== null && (deciderRole === null || !ranksAbove(deciderRole, own))
}

export function isOpenLog(_: AnyActor, { isOpen }: { readonly isOpen: boolean }): boolean {
  return isOpen
}
