// What rules look at: the few facts of a thing that a right may hang on. Rows satisfy these shapes as they are selected.

import type { GroupRole } from './actor'

export type GroupKind = 'team' | 'course' | 'public'
export type Visibility = 'private' | 'group' | 'public'

export type GroupThing = {
  readonly id: string
  readonly kind: GroupKind
  readonly deletedAt: Date | null
}

export type ReadingThing = {
  readonly ownerId: string
  readonly visibility: Visibility
  readonly deletedAt: Date | null
  readonly shelves: readonly { readonly group: GroupThing }[]
}

export type AnnotationThing = {
  readonly authorId: string
  readonly visibility: Visibility
  readonly group: GroupThing | null
  readonly deletedAt: Date | null
  readonly deletedById: string | null
  readonly thread: { readonly replyCount: number }
  readonly reading: ReadingThing
}

export type ReplyThing = {
  readonly authorId: string
  readonly deletedAt: Date | null
  readonly deletedById: string | null
  readonly annotation: AnnotationThing
}

/** An annotation that is about to be made. */
export type AnnotationPlan = {
  readonly reading: ReadingThing
  readonly group: GroupThing | null
  readonly visibility: Visibility
}

/** What a group argues about a section of a reading. */
export type DebateThing = { readonly reading: ReadingThing; readonly group: GroupThing }

export type ClaimThing = {
  readonly authorId: string
  readonly isThesis: boolean
  readonly withdrawnAt: Date | null
  readonly debate: DebateThing
}

/** The votes on one question about a claim, for somebody who has cast his own or not. */
export type VotesThing = {
  readonly debate: DebateThing
  readonly hasVoted: boolean
  readonly showsVoters: boolean
}

export type EvidenceThing = { readonly addedById: string | null; readonly claim: ClaimThing }

/** Somebody's place in a group; `role` is the one he has or is to be given. */
export type MembershipThing = {
  readonly group: GroupThing
  readonly personId: string
  readonly role: GroupRole
}

/** A stored picture: who brought it, and the readings that hold it. */
export type AssetThing = {
  readonly uploads: readonly { readonly personId: string }[]
  readonly uses: readonly { readonly reading: ReadingThing }[]
}

/** What belongs to one person and concerns nobody else: a text that he brings in, something that he is told. */
export type OwnThing = { readonly personId: string }

export type Things = {
  'import.create': null
  'import.see': OwnThing
  'import.change': OwnThing
  'notification.see': OwnThing
  'notification.change': OwnThing
  'asset.see': AssetThing
  /** `reading` is the one it is for; null for a reading that is not there yet. */
  'asset.create': { readonly reading: ReadingThing | null }
  'reading.see': ReadingThing
  'reading.edit': ReadingThing
  'reading.delete': ReadingThing
  'reading.create': { readonly group: GroupThing | null }
  'reading.shelve': { readonly reading: ReadingThing; readonly group: GroupThing }
  'annotation.see': AnnotationThing
  'annotation.create': AnnotationPlan
  'annotation.edit': AnnotationThing
  'annotation.delete': AnnotationThing
  'annotation.restore': AnnotationThing
  'annotation.react': AnnotationThing
  'annotation.place': AnnotationThing
  'thread.reply': AnnotationThing
  'thread.resolve': AnnotationThing
  'reply.see': ReplyThing
  'reply.edit': ReplyThing
  'reply.delete': ReplyThing
  'reply.restore': ReplyThing
  'reply.react': ReplyThing
  'annotation.promote': AnnotationThing
  'debate.see': DebateThing
  'debate.open': DebateThing
  'debate.arrange': DebateThing
  'thesis.propose': DebateThing
  'thesis.set': DebateThing
  'thesis.endorse': DebateThing
  'stance.take': DebateThing
  'claim.see': ClaimThing
  'claim.add': DebateThing
  'claim.edit': ClaimThing
  'claim.withdraw': ClaimThing
  'claim.move': ClaimThing
  'claim.vote': ClaimThing
  'claim.cite': ClaimThing
  'evidence.remove': EvidenceThing
  'votes.see': VotesThing
  'votes.seeNames': VotesThing
  'forecast.ask': ClaimThing
  'forecast.give': ClaimThing
  'forecast.resolve': ClaimThing
  'group.see': GroupThing
  'group.create': null
  'group.edit': GroupThing
  'group.delete': GroupThing
  'group.seeMembers': GroupThing
  'group.join': GroupThing
  'group.invite': MembershipThing
  'membership.change': MembershipThing
  'membership.remove': MembershipThing
  'group.transfer': GroupThing
  'site.administer': null
}

export type Ability = keyof Things
