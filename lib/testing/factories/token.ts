import { hashSecret, newSecret } from '@/lib/auth/tokens'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { SignedIn, TokenScope } from '@/lib/policy/actor'

/** An API token of a person, as the header that carries it. */
export async function makeToken(
  { personId }: SignedIn,
  overrides: { scopes?: readonly TokenScope[]; expiresAt?: Date; revokedAt?: Date } = {},
): Promise<{ authorization: string }> {
  const secret = newSecret()
  await db().apiToken.create({
    data: {
      id: newId(),
      personId,
      name: 'test',
      hash: hashSecret(secret),
      scopes: [...(overrides.scopes ?? ['read', 'write'])],
      createdAt: new Date(),
      expiresAt: overrides.expiresAt ?? null,
      revokedAt: overrides.revokedAt ?? null,
    },
  })
  return { authorization: `Bearer ${secret}` }
}
