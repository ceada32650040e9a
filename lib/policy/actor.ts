// Who asks. Loaded once a request by lib/auth, with everything that a rule may want to know, so that no rule asks the database.

export type GroupRole = 'owner' | 'instructor' | 'assistant' | 'moderator' | 'member' | 'guest'

/** What a token may be made for. */
export type TokenScope = 'read' | 'write'
/** `control`: what decides who gets in, which only who is signed in at a browser may; whoever finds a token cannot make more of it. */
export type Scope = TokenScope | 'control'

export const SESSION_SCOPES: readonly Scope[] = ['read', 'write', 'control']

export type Withheld = {
  /** Assignment id to the sections that are still shut; null stands for what is on no section. */
  readonly sections: ReadonlyMap<string, ReadonlySet<string | null>>
  /** Assignment id to the one circle whose notes are seen, while it is one circle's; null: the person is in none. */
  readonly circles: ReadonlyMap<string, string | null>
}

export const NOTHING_WITHHELD: Withheld = { sections: new Map(), circles: new Map() }

/** Nobody is signed in. */
export type Anonymous = { readonly kind: 'anonymous' }

/** A person, by session or token. `scopes` are a token's; a session has all. */
export type SignedIn = {
  readonly kind: 'signed-in'
  readonly personId: string
  readonly name: string
  readonly adminSince: Date | null
  /** Group id to role. */
  readonly memberships: ReadonlyMap<string, GroupRole>
  /** Which notes of assignments are still withheld from this person. Nothing, for nearly everybody. */
  readonly withheld: Withheld
  readonly scopes: readonly Scope[]
}

/** The operator at the command line, or a job: may do everything and is nobody. */
export type Operator = { readonly kind: 'operator' }

export type Actor = Anonymous | SignedIn
export type AnyActor = Actor | Operator

export const ANONYMOUS: Anonymous = { kind: 'anonymous' }
export const OPERATOR: Operator = { kind: 'operator' }

/** The id of the person who acts, or null for a guest or the operator. */
export function personOf(actor: AnyActor): string | null {
  return actor.kind === 'signed-in' ? actor.personId : null
}

/** The role that a person has in a group, or null. */
export function roleIn(actor: AnyActor, groupId: string | null): GroupRole | null {
  return actor.kind === 'signed-in' && groupId !== null
    ? (actor.memberships.get(groupId) ?? null)
    : null
}

const RANK: Readonly<Record<GroupRole, number>> = {
  guest: 0,
  member: 1,
  moderator: 2,
  assistant: 2,
  instructor: 2,
  owner: 3,
}

/** Whether a role stands at least as high as another; instructor, assistant and moderator stand equal. */
export function ranksAtLeast(role: GroupRole | null, least: GroupRole): boolean {
  return role !== null && RANK[role] >= RANK[least]
}

/** Whether a role stands higher than another. */
export function ranksAbove(role: GroupRole | null, other: GroupRole): boolean {
  return role !== null && RANK[role] > RANK[other]
}

/** The ids of the groups in which an actor ranks at least so high. */
export function groupsOf(actor: AnyActor, least: GroupRole): readonly string[] {
  if (actor.kind !== 'signed-in') return []
  return [...actor.memberships].flatMap(([id, role]) => (ranksAtLeast(role, least) ? [id] : []))
}

/** By what a note may be withheld: what it was made for, the section it was made in, and the circle of its author. */
export type WithheldBy = {
  readonly assignmentId: string | null
  readonly sectionId: string | null
  readonly circleId: string | null
}

/** Whether others' notes of this kind are still withheld from an actor. What was written in no circle is for all of them. */
export function isWithheld(actor: AnyActor, by: WithheldBy): boolean {
  const { assignmentId, sectionId, circleId } = by
  if (actor.kind !== 'signed-in' || assignmentId === null) return false
  const { sections, circles } = actor.withheld
  if (sections.get(assignmentId)?.has(sectionId)) return true
  return circleId !== null && circles.has(assignmentId) && circles.get(assignmentId) !== circleId
}

/** Whether anything at all is withheld from an actor. */
export function hasWithheld(actor: AnyActor): boolean {
  if (actor.kind !== 'signed-in') return false
  return actor.withheld.sections.size > 0 || actor.withheld.circles.size > 0
}

/** The shut sections of an actor, as pairs of an assignment and a section. */
export function shutTo(
  actor: AnyActor,
): readonly (readonly [assignmentId: string, sectionId: string | null])[] {
  if (actor.kind !== 'signed-in') return []
  return [...actor.withheld.sections].flatMap(([assignmentId, sections]) =>
    [...sections].map((sectionId) => [assignmentId, sectionId] as const),
  )
}

/** The assignments of which an actor sees one circle's notes, each with that circle. */
export function circlesOf(
  actor: AnyActor,
): readonly (readonly [assignmentId: string, circleId: string | null])[] {
  return actor.kind === 'signed-in' ? [...actor.withheld.circles] : []
}
