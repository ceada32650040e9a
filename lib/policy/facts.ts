// What rules look at: the few facts of a thing that a right may hang on. Rows satisfy these shapes as they are selected.

import type { GroupRole } from './actor'

export type GroupKind = 'team' | 'course' | 'public'
export type Visibility = 'private' | 'group' | 'public'

export type GroupFacts = {
  readonly id: string
  readonly kind: GroupKind
  readonly deletedAt: Date | null
}

export type ReadingFacts = {
  readonly ownerId: string
  readonly visibility: Visibility
  readonly deletedAt: Date | null
  readonly shelves: readonly { readonly group: GroupFacts }[]
}

export type AnnotationFacts = {
  readonly authorId: string
  readonly visibility: Visibility
  readonly group: GroupFacts | null
  /** What it was made for, and the section it was made in: what it may be withheld by. */
  readonly assignmentId: string | null
  readonly homeSectionId: string | null
  /** The circle of its author. */
  readonly circleId: string | null
  readonly deletedAt: Date | null
  readonly deletedById: string | null
  /** The decision that took it from view; null for what no moderator deleted. */
  readonly decisionId: string | null
  readonly thread: { readonly replyCount: number }
  readonly reading: ReadingFacts
}

/** What a conversation is about: a note, a claim in a debate, or both where the one was made of the other. */
export type ThreadFacts = {
  /** When it was closed to further replies. */
  readonly lockedAt: Date | null
  readonly annotation: AnnotationFacts | null
  readonly claim: { readonly isOpenQuestion: boolean; readonly debate: DebateFacts } | null
}

export type ReplyFacts = {
  readonly authorId: string
  readonly deletedAt: Date | null
  readonly deletedById: string | null
  readonly decisionId: string | null
  /** Written under a claim, or under a note of which a claim had been made. */
  readonly inDebate: boolean
  readonly thread: ThreadFacts
}

/** What a post said before: `thread` with the visibility and the group that its note had then. */
export type VersionFacts = Pick<ReplyFacts, 'authorId' | 'inDebate' | 'thread'>

/** An annotation that is about to be made. */
export type AnnotationPlan = {
  readonly reading: ReadingFacts
  readonly group: GroupFacts | null
  readonly visibility: Visibility
}

/** What a course assigns. */
/** A veil over who writes for an assignment. */
export type PseudonymFacts = {
  readonly personId: string
  readonly assignment: { readonly group: GroupFacts }
}

export type AssignmentFacts = {
  readonly group: GroupFacts
  readonly publishedAt: Date | null
  readonly closedAt: Date | null
}

/** What one person did for an assignment, and what it was found to be worth: `releasedAt` is null while its grade is a draft. */
export type WorkFacts = {
  readonly personId: string
  readonly assignment: AssignmentFacts
}
export type GradeFacts = WorkFacts & { readonly releasedAt: Date | null }

/** What a group argues about a section of a reading. */
export type DebateFacts = { readonly reading: ReadingFacts; readonly group: GroupFacts }

export type ClaimFacts = {
  readonly authorId: string
  readonly isThesis: boolean
  readonly withdrawnAt: Date | null
  readonly debate: DebateFacts
}

/** The votes on one question about a claim, for somebody who has cast his own or not. */
export type VotesFacts = {
  readonly debate: DebateFacts
  readonly hasVoted: boolean
  readonly showsVoters: boolean
}

/** What others gave to a question, for somebody who gave their own or not; `settled` once it is known how it came out. */
export type OthersFacts = {
  readonly debate: DebateFacts
  readonly hasGiven: boolean
  readonly settled: boolean
}

/** How a debate was rearranged, and by whom. */
export type ChangeFacts = { readonly debate: DebateFacts; readonly madeById: string | null }

/** Something that waits for a decision, or was decided. */
export type DecisionFacts = {
  readonly group: GroupFacts
  /** Whose words or conduct it is about, and that person's role in the group. */
  readonly authorId: string | null
  readonly authorRole: GroupRole | null
  /** Of an appeal, or of something decided: who decided, and that person's role. */
  readonly decidedById: string | null
  readonly deciderRole: GroupRole | null
}

export type EvidenceFacts = { readonly addedById: string | null; readonly claim: ClaimFacts }

/** Somebody's place in a group; `role` is the one he has or is to be given. */
export type MembershipFacts = {
  readonly group: GroupFacts
  readonly personId: string
  readonly role: GroupRole
}

/** A stored picture: who brought it, and the readings that hold it. */
export type AssetFacts = {
  readonly uploads: readonly { readonly personId: string }[]
  readonly uses: readonly { readonly reading: ReadingFacts }[]
}

/** What belongs to one person and concerns nobody else: a text that he brings in, something that he is told. */
export type OwnFacts = { readonly personId: string }

export type Facts = {
  'import.create': null
  'import.see': OwnFacts
  'import.change': OwnFacts
  'notification.see': OwnFacts
  'notification.change': OwnFacts
  'savedSearch.see': OwnFacts
  'savedSearch.change': OwnFacts
  'asset.see': AssetFacts
  /** `reading` is the one it is for; null for a reading that is not there yet. */
  'asset.create': { readonly reading: ReadingFacts | null }
  'reading.see': ReadingFacts
  'reading.edit': ReadingFacts
  'reading.delete': ReadingFacts
  'reading.create': { readonly group: GroupFacts | null }
  'reading.shelve': { readonly reading: ReadingFacts; readonly group: GroupFacts }
  'annotation.see': AnnotationFacts
  'annotation.create': AnnotationPlan
  'annotation.edit': AnnotationFacts
  'annotation.delete': AnnotationFacts
  'annotation.restore': AnnotationFacts
  'annotation.react': AnnotationFacts
  'annotation.place': AnnotationFacts
  'annotation.move': AnnotationFacts
  'thread.see': ThreadFacts
  'thread.reply': ThreadFacts
  'thread.resolve': ThreadFacts
  'thread.lock': ThreadFacts
  'reply.see': ReplyFacts
  'version.see': VersionFacts
  'reply.edit': ReplyFacts
  'reply.delete': ReplyFacts
  'reply.restore': ReplyFacts
  'reply.react': ReplyFacts
  'annotation.promote': AnnotationFacts
  'assignment.see': AssignmentFacts
  'pseudonym.lift': PseudonymFacts
  /** To make, change, publish and close assignments, and to open their sections. */
  'assignment.create': GroupFacts
  'assignment.lead': AssignmentFacts
  /** To write for it and to say that one is done. */
  'assignment.work': AssignmentFacts
  'circles.arrange': GroupFacts
  /** To invite people by a list, and to take it back. */
  'roster.keep': GroupFacts
  /** To read how much somebody took part, with its reasons. */
  'work.see': WorkFacts
  'grade.see': GradeFacts
  /** To give, change, release and withdraw a grade. */
  'grade.give': WorkFacts
  /** To see everybody's grades, and to set how they are made. */
  'gradebook.see': GroupFacts
  /** To read what a decision took from view. */
  'annotation.seeKept': AnnotationFacts
  'reply.seeKept': ReplyFacts
  /** To report it to those who lead its group. */
  'annotation.flag': AnnotationFacts
  'reply.flag': ReplyFacts
  'claim.flag': ClaimFacts
  /** The queue of what waits for a decision in a group, and who does what of it. */
  'review.see': GroupFacts
  'review.work': GroupFacts
  'review.decide': DecisionFacts
  'appeal.decide': DecisionFacts
  'decision.undo': DecisionFacts
  'decision.see': DecisionFacts
  'decision.appeal': DecisionFacts
  /** `isOpen`: the group shows its log to its members. */
  'log.see': { readonly group: GroupFacts; readonly isOpen: boolean }
  'debate.see': DebateFacts
  'debate.open': DebateFacts
  'debate.arrange': DebateFacts
  'thesis.propose': DebateFacts
  'thesis.set': DebateFacts
  'thesis.endorse': DebateFacts
  'stance.take': DebateFacts
  'claim.see': ClaimFacts
  'claim.add': DebateFacts
  'claim.edit': ClaimFacts
  'claim.withdraw': ClaimFacts
  'claim.move': ClaimFacts
  'claim.vote': ClaimFacts
  'claim.cite': ClaimFacts
  'evidence.remove': EvidenceFacts
  'votes.see': VotesFacts
  'votes.seeNames': VotesFacts
  'stances.see': OthersFacts
  'forecasts.see': OthersFacts
  'change.undo': ChangeFacts
  'forecast.ask': ClaimFacts
  'forecast.give': ClaimFacts
  'forecast.resolve': ClaimFacts
  'group.see': GroupFacts
  'group.create': null
  'group.edit': GroupFacts
  'group.delete': GroupFacts
  'group.seeMembers': GroupFacts
  'group.join': GroupFacts
  'group.invite': MembershipFacts
  'membership.change': MembershipFacts
  'membership.remove': MembershipFacts
  /** To mute or suspend somebody for a time, and to lift it. */
  'membership.sanction': MembershipFacts
  'group.transfer': GroupFacts
  'invitation.accept': null
  /** To remember for oneself how far one has read: a position, read marks. */
  'place.keep': null
  /** To watch or mute for oneself what one sees. */
  'watch.keep': null
  /** One's name and settings. */
  'person.change': OwnFacts
  /** To take everything away that one wrote, and to erase oneself. */
  'person.export': OwnFacts
  'person.erase': OwnFacts
  /** One's password, sessions and tokens. */
  'person.secure': OwnFacts
  'site.administer': null
}

export type Ability = keyof Facts
