// Who may see what: each rule once, as data. `can` reads it in memory, lists and counts read it as a filter (visible.ts); both
// through the same words, so that they cannot differ. Nothing else says who sees what.

import { all, any, at, type Condition, is, memberOf, mine, not, unset, withheld } from './condition'
import type {
  AnnotationFacts,
  AssetFacts,
  AssignmentFacts,
  ClaimFacts,
  DebateFacts,
  GroupFacts,
  OwnFacts,
  PseudonymFacts,
  ReadingFacts,
  ReplyFacts,
  ThreadFacts,
} from './facts'

/** A public group is read by everybody, any other by its people. */
export const group: Condition<GroupFacts> = all(
  unset('deletedAt'),
  any(is('kind', 'public'), memberOf('id')),
)

/** A group in which the actor may write, and one that the actor leads. */
export const groupOfWriter: Condition<GroupFacts> = all(
  unset('deletedAt'),
  memberOf('id', 'member'),
)
export const groupOfLeader: Condition<GroupFacts> = all(
  unset('deletedAt'),
  memberOf('id', 'moderator'),
)

export const reading: Condition<ReadingFacts> = all(
  unset('deletedAt'),
  any(
    is('visibility', 'public'),
    mine('ownerId'),
    all(is('visibility', 'group'), at('shelves', at('group', group))),
  ),
)

/** Who sees the reading sees its pictures; who brought a picture sees it before any reading holds it. */
export const asset: Condition<AssetFacts> = any(
  at('uses', at('reading', reading)),
  at('uploads', mine('personId')),
)

/** What concerns one person and nobody else. */
export const own: Condition<OwnFacts> = mine('personId')

// A deleted note keeps its place while it carries replies.
const stands: Condition<AnnotationFacts> = any(
  unset('deletedAt'),
  at('thread', not(is('replyCount', 0))),
)

/** Whom a note was written for: oneself, its group or everybody; withheld notes not yet for others. */
const isFor: Condition<AnnotationFacts> = any(
  mine('authorId'),
  all(
    not(withheld('assignmentId', 'homeSectionId', 'circleId')),
    any(is('visibility', 'public'), all(is('visibility', 'group'), at('group', group))),
  ),
)

/** What a decision took from view is still read by its author, who may appeal, and by those who lead its group. */
export const keptNote: Condition<AnnotationFacts> = all(
  not(unset('decisionId')),
  any(mine('authorId'), all(not(is('visibility', 'private')), at('group', groupOfLeader))),
)

/** A note on a reading that the actor was already seen to see. One's own deleted note can be taken back, so one still sees it. */
export const noteOnSeenReading: Condition<AnnotationFacts> = all(
  any(stands, mine('authorId'), keptNote),
  isFor,
)

export const note: Condition<AnnotationFacts> = all(at('reading', reading), noteOnSeenReading)

/** A note that lists and counts hold, on a reading that the actor was already seen to see: what one deleted is not in them. */
export const listedNote: Condition<AnnotationFacts> = all(any(stands, keptNote), isFor)

/** A note that is seen and whose place the actor may say: its author, who leads its group, or who owns the text. */
export const placeableNote: Condition<AnnotationFacts> = all(
  unset('deletedAt'),
  any(
    at('reading', mine('ownerId')),
    all(mine('authorId'), any(not(at('group', all())), at('group', groupOfWriter))),
    all(not(is('visibility', 'private')), at('group', groupOfLeader)),
  ),
)

/** Staff see an assignment while it is a draft, the people of the course once it is published. */
export const assignment: Condition<AssignmentFacts> = any(
  at('group', groupOfLeader),
  all(not(unset('publishedAt')), at('group', all(unset('deletedAt'), memberOf('id')))),
)

/** Who reads the name behind a pseudonym: whoever bears it, and those who lead the course. */
export const liftedPseudonym: Condition<PseudonymFacts> = any(
  mine('personId'),
  at('assignment', at('group', groupOfLeader)),
)

export const debate: Condition<DebateFacts> = all(at('group', group), at('reading', reading))

export const claim: Condition<Pick<ClaimFacts, 'debate'>> = at('debate', debate)

/** A conversation is seen with what it is about: a note, a claim, or both. */
export const thread: Condition<ThreadFacts> = any(at('annotation', note), at('claim', claim))

/** A reply that a decision took from view, for its author and those who lead where it stands. */
export const keptReply: Condition<ReplyFacts> = all(
  not(unset('decisionId')),
  any(
    mine('authorId'),
    at(
      'thread',
      any(
        at('annotation', all(not(is('visibility', 'private')), at('group', groupOfLeader))),
        at('claim', at('debate', at('group', groupOfLeader))),
      ),
    ),
  ),
)

/** A reply on a note that the actor was already seen to see: what a team writes under a claim stays the team's. */
export const replyOnSeenNote: Condition<Pick<ReplyFacts, 'inDebate' | 'thread'>> = any(
  is('inDebate', false),
  at('thread', at('claim', claim)),
)

/** A reply is seen with what it was written under: the note, or the claim in its debate. */
export const reply: Condition<Pick<ReplyFacts, 'inDebate' | 'thread'>> = any(
  all(is('inDebate', false), at('thread', at('annotation', note))),
  all(is('inDebate', true), at('thread', at('claim', claim))),
)
