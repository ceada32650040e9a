// Who asks. Loaded once a request by lib/auth, with everything that a rule may want to know, so that no rule asks the database.

export type GroupRole = 'owner' | 'instructor' | 'moderator' | 'member' | 'guest'
export type Scope = 'read' | 'write'

/** Nobody is signed in. */
export type Guest = { readonly kind: 'guest' }

/** A person, by session or token. `scopes` are a token's; a session has all. */
export type Member = {
  readonly kind: 'member'
  readonly personId: string
  readonly name: string
  readonly adminSince: Date | null
  /** Group id to role. */
  readonly memberships: ReadonlyMap<string, GroupRole>
  readonly scopes: readonly Scope[]
}

/** The operator at the command line, or a job: may do everything and is nobody. */
export type Operator = { readonly kind: 'operator' }

export type Actor = Guest | Member
export type AnyActor = Actor | Operator

export const GUEST: Guest = { kind: 'guest' }
export const OPERATOR: Operator = { kind: 'operator' }

/** The id of the person who acts, or null for a guest or the operator. */
export function personOf(actor: AnyActor): string | null {
  return actor.kind === 'member' ? actor.personId : null
}

/** The role that a person has in a group, or null. */
export function roleIn(actor: AnyActor, groupId: string | null): GroupRole | null {
  return actor.kind === 'member' && groupId !== null
    ? (actor.memberships.get(groupId) ?? null)
    : null
}
