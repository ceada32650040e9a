import 'server-only'
import { hashPassword, requirePassword, verifyPassword } from '@/lib/auth/password'
import { type Attempt, forgive, takeAttempt } from '@/lib/auth/throttle'
import { hashSecret } from '@/lib/auth/tokens'
import { now } from '@/lib/clock'
import { type Db, db, transaction } from '@/lib/db/client'
import { Invalid, NotFound } from '@/lib/errors'
import { isId, newId } from '@/lib/ids'
import { personNews } from '@/lib/people/news'
import { type AnyActor, type Operator, personOf, type SignedIn } from '@/lib/policy/actor'
import { authorize, can } from '@/lib/policy/rules'

// What changes how a person gets in. Each ends what must end at once: sessions by deleting their rows, streams by an event.

type Change = { readonly by: AnyActor; readonly personId: string; readonly action: string }

async function settle(tx: Db, { by, personId, action }: Change): Promise<void> {
  const at = now()
  const actorId = personOf(by)
  await personNews.record(tx, { kind: 'person.changed', actorId, subjectId: personId, at })
  await tx.audit.createMany({
    data: { id: newId(), at, actorId, action, subjectId: personId, particulars: {} },
  })
}

/** Makes a person an administrator of the site. */
export async function makeAdmin(by: Operator, personId: string): Promise<void> {
  await transaction(async (tx) => {
    await tx.person.updateMany({
      where: { id: personId, adminSince: null },
      data: { adminSince: now() },
    })
    await settle(tx, { by, personId, action: 'person.made-admin' })
  })
}

/** Sets a password and ends all sessions but the one named. For the operator, and for whoever proved his address. */
export async function setPassword(
  by: Operator | SignedIn,
  personId: string,
  { password, keepSessionId }: { password: string; keepSessionId?: string | null },
): Promise<void> {
  requirePassword(password)
  const passwordHash = await hashPassword(password)
  await transaction(async (tx) => {
    await tx.person.updateMany({ where: { id: personId }, data: { passwordHash } })
    await tx.session.deleteMany({
      where: { personId, ...(keepSessionId ? { id: { not: keepSessionId } } : {}) },
    })
    await settle(tx, { by, personId, action: 'password.changed' })
  })
}

/**
 * Changes one's own password. Throws Invalid when the current one is wrong, TooMany when it was too often; ends every other
 * session.
 */
export async function changePassword(
  actor: SignedIn,
  { current, next, keepSessionId }: { current: string; next: string; keepSessionId: string | null },
): Promise<void> {
  authorize(actor, 'person.secure', actor)
  requirePassword(next)
  const attempt: Attempt = { kind: 'known', own: hashSecret(`signed in ${actor.personId}`) }
  const person = await db().person.findUnique({
    where: { id: actor.personId },
    select: { passwordHash: true },
  })
  const passwordHash = person?.passwordHash ?? null
  if (passwordHash !== null) {
    await takeAttempt(attempt)
    if (!(await verifyPassword(passwordHash, current))) {
      throw new Invalid('password-wrong', 'The current password is not right. Nothing was changed.')
    }
    await forgive(attempt)
  }
  await setPassword(actor, actor.personId, { password: next, keepSessionId })
}

/** Ends one of one's own sessions. */
export async function endOwnSession(actor: SignedIn, sessionId: string): Promise<void> {
  authorize(actor, 'person.secure', actor)
  await transaction(async (tx) => {
    const { count } = isId(sessionId)
      ? await tx.session.deleteMany({ where: { id: sessionId, personId: actor.personId } })
      : { count: 0 }
    if (count === 0) throw new NotFound()
    await settle(tx, { by: actor, personId: actor.personId, action: 'session.ended' })
  })
}

/** Ends all of one's own sessions but the one named. */
export async function endOtherSessions(
  actor: SignedIn,
  keepSessionId: string | null,
): Promise<void> {
  authorize(actor, 'person.secure', actor)
  await transaction(async (tx) => {
    await tx.session.deleteMany({
      where: {
        personId: actor.personId,
        ...(keepSessionId === null ? {} : { id: { not: keepSessionId } }),
      },
    })
    await settle(tx, { by: actor, personId: actor.personId, action: 'sessions.ended' })
  })
}

/** Disables a person, who is out at once everywhere, or lets him in again. For administrators and the operator. */
export async function setDisabled(
  by: SignedIn | Operator,
  personId: string,
  disabled: boolean,
): Promise<void> {
  if (!can(by, 'site.administer', null)) throw new NotFound()
  if (personId === personOf(by)) {
    throw new Invalid('self', 'Nobody disables himself: ask another administrator.')
  }
  await transaction(async (tx) => {
    const { count } = isId(personId)
      ? await tx.person.updateMany({
          where: { id: personId },
          data: { disabledAt: disabled ? now() : null },
        })
      : { count: 0 }
    if (count === 0) throw new NotFound()
    if (disabled) await tx.session.deleteMany({ where: { personId } })
    await settle(tx, { by, personId, action: disabled ? 'person.disabled' : 'person.enabled' })
  })
}
