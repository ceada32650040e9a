import type { MeShape, PersonRowShape, SessionShape, TokenShape } from './contract/people'
import { settingsFrom } from './contract/settings'
import type { MeRow, PersonRow, SessionRow, TokenRow } from './queries'

/** A person to himself. */
export function presentMe(row: MeRow): MeShape {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    hasPassword: row.passwordHash !== null,
    isAdmin: row.adminSince !== null,
    settings: settingsFrom(row.settings),
  }
}

/** A session to the person whose it is. */
export function presentSession(row: SessionRow, currentSessionId: string | null): SessionShape {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt.toISOString(),
    current: row.id === currentSessionId,
  }
}

/** A token to the person whose it is; its secret is not known to anybody any more. */
export function presentToken(row: TokenRow): TokenShape {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  }
}

/** A person to an administrator. */
export function presentPersonRow(row: PersonRow): PersonRowShape {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    isAdmin: row.adminSince !== null,
    disabledAt: row.disabledAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }
}
