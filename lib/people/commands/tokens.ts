import 'server-only'
import { hashSecret, newSecret } from '@/lib/auth/tokens'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import { NotFound } from '@/lib/errors'
import { isId, newId } from '@/lib/ids'
import type { Operator, Scope, SignedIn } from '@/lib/policy/actor'
import { personOf } from '@/lib/policy/actor'

export type NewToken = {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly expiresAt?: Date | null
}

/** Makes an API token of one's own, or for anybody as the operator. The secret is given once; its hash is kept. */
export async function createToken(
  by: SignedIn | Operator,
  personId: string,
  token: NewToken,
): Promise<{ id: string; secret: string }> {
  if (by.kind === 'signed-in' && by.personId !== personId) throw new NotFound()
  const id = newId()
  const secret = newSecret()
  const at = now()
  await transaction(async (tx) => {
    await tx.apiToken.createMany({
      data: {
        id,
        personId,
        name: token.name,
        hash: hashSecret(secret),
        scopes: [...token.scopes],
        createdAt: at,
        expiresAt: token.expiresAt ?? null,
      },
    })
    await tx.audit.createMany({
      data: {
        id: newId(),
        at,
        actorId: personOf(by),
        action: 'token.created',
        subjectId: id,
        particulars: { scopes: [...token.scopes] },
      },
    })
  })
  return { id, secret }
}

/** Revokes a token of one's own: the next request with it is refused. */
export async function revokeToken(actor: SignedIn, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound()
  const at = now()
  await transaction(async (tx) => {
    const { count } = await tx.apiToken.updateMany({
      where: { id, personId: actor.personId, revokedAt: null },
      data: { revokedAt: at },
    })
    if (count === 0) throw new NotFound()
    await tx.audit.createMany({
      data: {
        id: newId(),
        at,
        actorId: actor.personId,
        action: 'token.revoked',
        subjectId: id,
        particulars: {},
      },
    })
  })
}
