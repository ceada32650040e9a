// Who may do what: one table. Any clause whose predicates all hold grants the ability; what no clause grants is denied.
// Nothing else in the code asks for a role or compares an author id.

import { Forbidden, NotFound, Unauthenticated } from '@/lib/errors'
import type { AnyActor, Scope } from './actor'
import type { Ability, Facts } from './facts'
import * as is from './predicates'
import { lacks, sees, via } from './predicates'
import * as sight from './sight'

type Clauses<A extends Ability> = readonly (readonly is.Predicate<Facts[A]>[])[]

const seesReading = sees(sight.reading)
const seesNote = sees(sight.note)
const seesReply = sees(sight.reply)
const seesDebate = sees(sight.debate)
const seesAssignment = sees(sight.assignment)
const seesItsAssignment = via('assignment', seesAssignment)
const leadsItsAssignment = via('assignment', via('group', is.moderatesGroup))
// What a group may argue: seen by all of it, and by nobody later than by others.
const argued = [is.standsInItsGroup, is.isNotDeleted, is.isOfNoAssignment] as const
const seesItsDebate = via('debate', seesDebate)
const arguesInItsDebate = via('debate', is.arguesIn)
// Others' words on a question show after one's own.
const afterOwn = [seesItsDebate, is.hasGivenOwn]
const leadsDebate = via('group', is.moderatesGroup)
const leadsItsDebate = via('debate', leadsDebate)
const leadsItsGroup = via('group', is.moderatesGroup)

const RULES: { readonly [A in Ability]: Clauses<A> } = {
  'reading.see': [[seesReading]],
  'reading.edit': [[seesReading, is.ownsReading]],
  'reading.delete': [[seesReading, is.ownsReading]],
  'reading.create': [[is.signedIn, lacks('group')], [via('group', is.fillsShelvesOf)]],
  'reading.shelve': [[via('reading', seesReading), via('group', is.fillsShelvesOf)]],

  'asset.see': [[sees(sight.asset)]],
  'asset.create': [[is.signedIn, lacks('reading')], [via('reading', is.ownsReading)]],

  'annotation.see': [[seesNote]],
  'annotation.create': [
    [via('reading', seesReading), is.writesOnItsShelf],
    [via('reading', seesReading), is.needsNoGroup],
  ],
  'annotation.edit': [[seesNote, is.wroteIt, is.isNotDeleted, is.writesWhereItStands]],
  'annotation.delete': [
    [seesNote, is.wroteIt],
    [seesNote, is.moderatesWhereItStands],
  ],
  'annotation.restore': [
    [seesNote, is.wroteIt, is.deletedItOneself],
    [seesNote, is.moderatesWhereItStands],
  ],
  'annotation.react': [[seesNote, is.isNotDeleted, is.writesWhereItStands]],

  'annotation.place': [[seesNote, sees(sight.placeableNote)]],
  'annotation.move': [[seesNote, is.isNotDeleted, is.moderatesWhereItStands]],

  'thread.see': [[sees(sight.thread)]],
  'thread.reply': [
    [
      lacks('claim'),
      via('annotation', seesNote),
      via('annotation', is.writesWhereItStands),
      is.isOpenToAnswer,
    ],
    [via('claim', seesItsDebate), via('claim', arguesInItsDebate), is.isOpenToAnswer],
  ],
  'thread.resolve': [
    [lacks('claim'), via('annotation', seesNote), via('annotation', is.writesWhereItStands)],
    [via('annotation', seesNote), via('claim', arguesInItsDebate)],
    [via('claim', seesItsDebate), via('claim', arguesInItsDebate), via('claim', is.openQuestion)],
  ],
  'thread.lock': [[sees(sight.thread), is.moderatesThread]],

  'reply.see': [[seesReply]],
  'version.see': [[is.wroteIt], [seesReply]],
  'reply.edit': [[seesReply, is.wroteIt, is.isNotDeleted, via('thread', is.writesInThread)]],
  'reply.delete': [
    [seesReply, is.wroteIt],
    [seesReply, via('thread', is.moderatesThread)],
  ],
  'reply.restore': [
    [seesReply, is.wroteIt, is.deletedItOneself],
    [seesReply, via('thread', is.moderatesThread)],
  ],
  'reply.react': [[seesReply, is.isNotDeleted, via('thread', is.writesInThread)]],

  'import.create': [[is.signedIn]],
  'import.see': [[sees(sight.own)]],
  'import.change': [[sees(sight.own)]],
  'notification.see': [[sees(sight.own)]],
  'notification.change': [[sees(sight.own)]],
  'savedSearch.see': [[sees(sight.own)]],
  'savedSearch.change': [[sees(sight.own)]],
  'annotation.promote': [
    [seesNote, ...argued, is.wroteIt, is.writesWhereItStands],
    [seesNote, ...argued, is.moderatesWhereItStands],
  ],

  'assignment.see': [[seesAssignment]],
  'pseudonym.lift': [[sees(sight.liftedPseudonym)]],
  'assignment.create': [[is.isCourse, is.moderatesGroup]],
  'assignment.lead': [[seesAssignment, via('group', is.moderatesGroup)]],
  'assignment.work': [[seesAssignment, is.isRunning, via('group', is.writesInGroup)]],
  'circles.arrange': [[is.isCourse, is.moderatesGroup]],
  'roster.keep': [[is.isCourse, is.moderatesGroup]],
  'work.see': [
    [seesItsAssignment, leadsItsAssignment],
    [seesItsAssignment, sees(sight.own)],
  ],
  'grade.see': [
    [seesItsAssignment, leadsItsAssignment],
    [seesItsAssignment, sees(sight.own), is.isReleased],
  ],
  'grade.give': [[seesItsAssignment, leadsItsAssignment]],
  'gradebook.see': [[is.isCourse, is.moderatesGroup]],

  'annotation.seeKept': [[seesNote, sees(sight.keptNote)]],
  'reply.seeKept': [[seesReply, sees(sight.keptReply)]],
  'annotation.flag': [[seesNote, is.signedIn, is.isByAnother, is.isNotDeleted]],
  'reply.flag': [[seesReply, is.signedIn, is.isByAnother, is.isNotDeleted]],
  'claim.flag': [[seesItsDebate, is.signedIn, is.isByAnother, is.isNotWithdrawn]],
  'review.see': [[is.moderatesGroup]],
  'review.work': [[is.moderatesGroup]],
  'review.decide': [[leadsItsGroup, is.isAboutAnother, is.ranksAtLeastItsAuthor]],
  // An appeal is decided by somebody else, of no lower role than who decided first.
  'appeal.decide': [
    [leadsItsGroup, is.isAboutAnother, is.decidedByAnother, is.ranksAtLeastItsDecider],
  ],
  'decision.undo': [[leadsItsGroup, is.isAboutAnother, is.ranksAtLeastItsDecider]],
  'decision.see': [[leadsItsGroup], [is.isAboutOneself]],
  'decision.appeal': [[is.isAboutOneself]],
  'log.see': [[leadsItsGroup], [via('group', is.belongsToGroup), is.isOpenLog]],

  'debate.see': [[seesDebate]],
  'debate.open': [[seesDebate, is.arguesIn]],
  'debate.arrange': [[seesDebate, leadsDebate]],
  'thesis.propose': [[seesDebate, is.arguesIn]],
  'thesis.set': [[seesDebate, is.arguesIn, leadsDebate]],
  'thesis.endorse': [[seesDebate, is.arguesIn]],
  'stance.take': [[seesDebate, is.arguesIn]],

  'claim.see': [[seesItsDebate]],
  'claim.add': [[seesDebate, is.arguesIn]],
  'claim.edit': [
    [seesItsDebate, is.wroteIt, is.isNotWithdrawn, is.isNoThesis, arguesInItsDebate],
    [seesItsDebate, is.isNotWithdrawn, is.isThesis, leadsItsDebate],
  ],
  'claim.withdraw': [
    [seesItsDebate, is.wroteIt, is.isNoThesis, arguesInItsDebate],
    [seesItsDebate, is.isThesis, leadsItsDebate],
  ],
  'claim.move': [
    [seesItsDebate, is.wroteIt, is.isNotWithdrawn, is.isNoThesis, arguesInItsDebate],
    [seesItsDebate, leadsItsDebate],
  ],
  'claim.vote': [[seesItsDebate, is.isNotWithdrawn, arguesInItsDebate]],
  'claim.cite': [[seesItsDebate, is.isNotWithdrawn, arguesInItsDebate]],
  'evidence.remove': [
    [via('claim', arguesInItsDebate), is.addedIt],
    [via('claim', arguesInItsDebate), via('claim', is.wroteIt)],
    [via('claim', leadsItsDebate)],
  ],
  'votes.see': [[seesItsDebate, is.hasVotedOneself]],
  'votes.seeNames': [[seesItsDebate, is.hasVotedOneself, is.groupShowsVoters]],
  'stances.see': [afterOwn],
  'forecasts.see': [afterOwn, [seesItsDebate, is.isSettled]],
  'change.undo': [
    [seesItsDebate, is.madeIt, arguesInItsDebate],
    [seesItsDebate, leadsItsDebate],
  ],
  'forecast.ask': [
    [seesItsDebate, is.wroteIt, is.isNotWithdrawn, arguesInItsDebate],
    [seesItsDebate, is.isNotWithdrawn, leadsItsDebate],
  ],
  'forecast.give': [[seesItsDebate, is.isNotWithdrawn, arguesInItsDebate]],
  'forecast.resolve': [[seesItsDebate, leadsItsDebate]],

  'group.see': [[sees(sight.group)]],
  'group.create': [[is.signedIn]],
  'group.edit': [[is.ownsGroup]],
  'group.delete': [[is.ownsGroup]],
  'group.seeMembers': [[is.belongsToGroup]],
  'group.join': [[is.signedIn, is.isOpenGroup]],
  'group.invite': [[via('group', is.moderatesGroup), is.isNotAboveOwnRole]],
  'membership.change': [[via('group', is.ownsGroup)]],
  'membership.remove': [
    [is.isOwnMembership],
    [via('group', is.moderatesGroup), is.isBelowOwnRole],
    [via('group', is.ownsGroup)],
  ],
  'membership.sanction': [[via('group', is.moderatesGroup), is.isBelowOwnRole]],
  'group.transfer': [[is.ownsGroup]],

  'invitation.accept': [[is.signedIn]],
  'place.keep': [[is.signedIn]],
  'watch.keep': [[is.signedIn]],
  'person.change': [[sees(sight.own)]],
  'person.export': [[sees(sight.own)]],
  'person.erase': [[sees(sight.own)]],
  'person.secure': [[sees(sight.own)]],
  'site.administer': [[is.administers]],
}

const READS: ReadonlySet<Ability> = new Set<Ability>([
  'reading.see',
  'asset.see',
  'annotation.see',
  'thread.see',
  'reply.see',
  'version.see',
  'import.see',
  'notification.see',
  'savedSearch.see',
  'assignment.see',
  'pseudonym.lift',
  'work.see',
  'grade.see',
  'gradebook.see',
  'annotation.seeKept',
  'reply.seeKept',
  'review.see',
  'decision.see',
  'log.see',
  'debate.see',
  'claim.see',
  'votes.see',
  'votes.seeNames',
  'stances.see',
  'forecasts.see',
  'group.see',
  'group.seeMembers',
])

// Who gets in, and what: not for tokens.
const CONTROLS: ReadonlySet<Ability> = new Set<Ability>(['person.secure', 'site.administer'])

function scopeOf(ability: Ability): Scope {
  if (CONTROLS.has(ability)) return 'control'
  return READS.has(ability) ? 'read' : 'write'
}

/** A token is for reading, or for reading and writing; a session may do whatever its person may. */
function isInScope(actor: AnyActor, scope: Scope): boolean {
  return actor.kind !== 'signed-in' || actor.scopes.includes(scope)
}

/** Throws Forbidden for a token that is for reading alone: asked at the door of whatever is no reading, before anything is looked at. */
export function requireWriteScope(actor: AnyActor): void {
  requireScope(actor, 'write')
}

function requireScope(actor: AnyActor, scope: Scope): void {
  if (isInScope(actor, scope)) return
  throw scope === 'control'
    ? new Forbidden('Sign in for this: a token may not change who gets in.', 'needs-session')
    : new Forbidden(`This token may not ${scope}.`, 'token-scope')
}

/** Whether an actor has an ability on a thing. Pure; the operator may do everything. */
export function can<A extends Ability>(actor: AnyActor, ability: A, facts: Facts[A]): boolean {
  if (actor.kind === 'operator') return true
  if (!isInScope(actor, scopeOf(ability))) return false
  const clauses: Clauses<A> = RULES[ability]
  return clauses.some((clause) => clause.every((holds) => holds(actor, facts)))
}

/**
 * Passes, or throws: Unauthenticated for a guest (who might be allowed once signed in), Forbidden for anybody else.
 * Only for what the actor has already been seen to see; for that, `requireSight` comes first.
 */
export function authorize<A extends Ability>(actor: AnyActor, ability: A, facts: Facts[A]): void {
  if (can(actor, ability, facts)) return
  requireScope(actor, scopeOf(ability))
  throw actor.kind === 'anonymous' ? new Unauthenticated() : new Forbidden()
}

/** The thing, or NotFound when it is not there or may not be seen. */
export function requireSight<A extends Ability, T extends Facts[A]>(
  actor: AnyActor,
  ability: A,
  facts: T | null,
): T {
  if (facts === null || !can(actor, ability, facts)) throw new NotFound()
  return facts
}

/** Every ability there is, for the permission matrix. */
export const ABILITIES: readonly Ability[] = Object.keys(RULES).filter(isAbility)

function isAbility(key: string): key is Ability {
  return key in RULES
}
