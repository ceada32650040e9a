// Who asks. Loaded once a request by lib/auth, with everything that a rule may want to know, so that no rule asks the database.

export type GroupRole = 'owner' | 'instructor' | 'moderator' | 'member' | 'guest'

/** What a token may be made for. */
export type TokenScope = 'read' | 'write'
/** `control`: what decides who gets in, which only who is signed in at a browser may; whoever finds a token cannot make more of it. */
export type Scope = TokenScope | 'control'

export const SESSION_SCOPES: readonly Scope[] = ['read', 'write', 'control']

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
