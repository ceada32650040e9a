// Who may do what: one table. Any clause whose predicates all hold grants the ability; what no clause grants is denied.
// Nothing else in the code asks for a role or compares an author id.

import { Forbidden, NotFound, Unauthenticated } from '@/lib/errors'
import type { AnyActor, Scope } from './actor'
import type { Ability, Facts } from './facts'
import * as is from './predicates'

type Clauses<A extends Ability> = readonly (readonly is.Predicate<Facts[A]>[])[]

const RULES: { readonly [A in Ability]: Clauses<A> } = {
  'reading.see': [[is.seesReading]],
  'reading.edit': [[is.seesReading, is.ownsReading]],
  'reading.delete': [[is.seesReading, is.ownsReading]],
  'reading.create': [
    [is.signedIn, (_, { group }) => group === null],
    [(actor, { group }) => group !== null && is.fillsShelvesOf(actor, group)],
  ],
  'reading.shelve': [
    [
      (actor, { reading }) => is.seesReading(actor, reading),
      (actor, { group }) => is.fillsShelvesOf(actor, group),
    ],
  ],

  'asset.see': [[is.seesReadingWithIt], [is.broughtIt]],
  'asset.create': [
    [is.signedIn, (_, { reading }) => reading === null],
    [(actor, { reading }) => reading !== null && is.ownsReading(actor, reading)],
  ],

  'annotation.see': [[is.seesNote]],
  'annotation.create': [
    [is.seesItsReading, is.writesOnItsShelf],
    [is.seesItsReading, is.needsNoGroup],
  ],
  'annotation.edit': [[is.seesNote, is.wroteIt, is.isNotDeleted, is.writesWhereItStands]],
  'annotation.delete': [
    [is.seesNote, is.wroteIt],
    [is.seesNote, is.moderatesWhereItStands],
  ],
  'annotation.restore': [
    [is.seesNote, is.wroteIt, is.deletedItOneself],
    [is.seesNote, is.moderatesWhereItStands],
  ],
  'annotation.react': [[is.seesNote, is.isNotDeleted, is.writesWhereItStands]],

  'annotation.place': [
    [is.seesNote, is.isNotDeleted, is.wroteIt, is.writesWhereItStands],
    [is.seesNote, is.isNotDeleted, is.moderatesWhereItStands],
    [is.seesNote, is.isNotDeleted, is.ownsItsReading],
  ],

  'thread.reply': [[is.seesNote, is.writesWhereItStands]],
  'thread.resolve': [[is.seesNote, is.writesWhereItStands]],

  'reply.see': [[is.seesItsNote]],
  'reply.edit': [[is.seesItsNote, is.wroteIt, is.isNotDeleted, is.writesWhereItsNoteStands]],
  'reply.delete': [
    [is.seesItsNote, is.wroteIt],
    [is.seesItsNote, is.moderatesWhereItsNoteStands],
  ],
  'reply.restore': [
    [is.seesItsNote, is.wroteIt, is.deletedItOneself],
    [is.seesItsNote, is.moderatesWhereItsNoteStands],
  ],
  'reply.react': [[is.seesItsNote, is.isNotDeleted, is.writesWhereItsNoteStands]],

  'import.create': [[is.signedIn]],
  'import.see': [[is.isOwn]],
  'import.change': [[is.isOwn]],
  'notification.see': [[is.isOwn]],
  'notification.change': [[is.isOwn]],
  'annotation.promote': [
    [is.seesNote, is.standsInItsGroup, is.isNotDeleted, is.wroteIt, is.writesWhereItStands],
    [is.seesNote, is.standsInItsGroup, is.isNotDeleted, is.moderatesWhereItStands],
  ],

  'debate.see': [[is.seesDebate]],
  'debate.open': [[is.seesDebate, is.arguesIn]],
  'debate.arrange': [[is.seesDebate, is.leadsDebate]],
  'thesis.propose': [[is.seesDebate, is.arguesIn]],
  'thesis.set': [[is.seesDebate, is.arguesIn, is.leadsDebate]],
  'thesis.endorse': [[is.seesDebate, is.arguesIn]],
  'stance.take': [[is.seesDebate, is.arguesIn]],

  'claim.see': [[is.seesItsDebate]],
  'claim.add': [[is.seesDebate, is.arguesIn]],
  'claim.edit': [
    [is.seesItsDebate, is.wroteIt, is.isNotWithdrawn, is.isNoThesis, is.arguesInItsDebate],
    [is.seesItsDebate, is.isNotWithdrawn, (_, { isThesis }) => isThesis, is.leadsItsDebate],
  ],
  'claim.withdraw': [
    [is.seesItsDebate, is.wroteIt, is.isNoThesis, is.arguesInItsDebate],
    [is.seesItsDebate, (_, { isThesis }) => isThesis, is.leadsItsDebate],
  ],
  'claim.move': [
    [is.seesItsDebate, is.wroteIt, is.isNotWithdrawn, is.isNoThesis, is.arguesInItsDebate],
    [is.seesItsDebate, is.leadsItsDebate],
  ],
  'claim.vote': [[is.seesItsDebate, is.isNotWithdrawn, is.arguesInItsDebate]],
  'claim.cite': [[is.seesItsDebate, is.isNotWithdrawn, is.arguesInItsDebate]],
  'evidence.remove': [
    [is.arguesWhereItIsCited, is.addedIt],
    [is.arguesWhereItIsCited, is.wroteItsClaim],
    [is.leadsWhereItIsCited],
  ],
  'votes.see': [[is.seesItsDebate, is.hasVotedOneself]],
  'votes.seeNames': [[is.seesItsDebate, is.hasVotedOneself, is.groupShowsVoters]],
  'forecast.ask': [
    [is.seesItsDebate, is.wroteIt, is.isNotWithdrawn, is.arguesInItsDebate],
    [is.seesItsDebate, is.isNotWithdrawn, is.leadsItsDebate],
  ],
  'forecast.give': [[is.seesItsDebate, is.isNotWithdrawn, is.arguesInItsDebate]],
  'forecast.resolve': [[is.seesItsDebate, is.leadsItsDebate]],

  'group.see': [[is.readsGroup]],
  'group.create': [[is.signedIn]],
  'group.edit': [[is.ownsGroup]],
  'group.delete': [[is.ownsGroup]],
  'group.seeMembers': [[is.belongsToGroup]],
  'group.join': [[is.signedIn, is.isOpenGroup]],
  'group.invite': [[is.moderatesItsGroup, is.isNotAboveOwnRole]],
  'membership.change': [[is.ownsItsGroup]],
  'membership.remove': [
    [is.isOwnMembership],
    [is.moderatesItsGroup, is.isBelowOwnRole],
    [is.ownsItsGroup],
  ],
  'group.transfer': [[is.ownsGroup]],

  'invitation.accept': [[is.signedIn]],
  'place.keep': [[is.signedIn]],
  'person.change': [[is.isOwn]],
  'person.secure': [[is.isOwn]],
  'site.administer': [[is.administers]],
}

const READS: ReadonlySet<Ability> = new Set<Ability>([
  'reading.see',
  'asset.see',
  'annotation.see',
  'reply.see',
  'import.see',
  'notification.see',
  'debate.see',
  'claim.see',
  'votes.see',
  'votes.seeNames',
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
