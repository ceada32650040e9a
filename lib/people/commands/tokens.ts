import 'server-only'
import { hashSecret, newSecret } from '@/lib/auth/tokens'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/client'
import { NotFound } from '@/lib/errors'
import { isId, newId } from '@/lib/ids'
import { personNews } from '@/lib/people/news'
import type { Operator, SignedIn, TokenScope } from '@/lib/policy/actor'
import { personOf } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'

export type NewToken = {
  readonly name: string
  readonly scopes: readonly TokenScope[]
  readonly expiresAt?: Date | null
}

/** Makes an API token of one's own, or for anybody as the operator. The secret is given once; its hash is kept. */
export async function createToken(
  by: SignedIn | Operator,
  personId: string,
  token: NewToken,
): Promise<{ id: string; secret: string }> {
  if (by.kind === 'signed-in' && by.personId !== personId) throw new NotFound()
  authorize(by, 'person.secure', { personId })
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
  authorize(actor, 'person.secure', actor)
  if (!isId(id)) throw new NotFound()
  const at = now()
  await transaction(async (tx) => {
    const { count } = await tx.apiToken.updateMany({
      where: { id, personId: actor.personId, revokedAt: null },
      data: { revokedAt: at },
    })
    if (count === 0) throw new NotFound()
    const { personId } = actor
    await personNews.record(tx, {
      kind: 'person.changed',
      actorId: personId,
      subjectId: personId,
      at,
    })
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
