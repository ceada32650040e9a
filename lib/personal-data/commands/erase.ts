import 'server-only'
import * as z from 'zod'
import { now } from '@/lib/clock'
import { type Db, db, transaction } from '@/lib/db/client'
import { Conflict } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { enqueue } from '@/lib/jobs/enqueue'
import { personNews } from '@/lib/people/news'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'

export const ERASED_NAME = 'Deleted person'

/**
 * Erases oneself: name, address and all that lets one in go at once, and with them every word that one wrote. Conversations keep their
 * shape; texts on the shelves of groups stay there, and so do votes, which count for nobody in particular any more. A job takes
 * the name from where others mentioned it. Throws Conflict for who is the last owner of a group with others in it.
 */
export async function eraseOneself(actor: SignedIn): Promise<void> {
  authorize(actor, 'person.erase', actor)
  const { personId } = actor
  const at = now()
  await transaction(async (tx) => {
    await requireNoGroupLeft(tx, personId)
    const { name, email } = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      select: { name: true, email: true },
    })
    await leaveNobody(tx, personId, email, at)
    await leaveNoWords(tx, personId, at)
    await tx.person.updateMany({
      where: { id: personId },
      data: {
        name: ERASED_NAME,
        email: `${personId}@erased.invalid`,
        passwordHash: null,
        settings: {},
        adminSince: null,
        demoRole: null,
        disabledAt: at,
      },
    })
    await tx.audit.createMany({
      data: {
        id: newId(),
        at,
        actorId: null,
        action: 'person.erased',
        subjectId: personId,
        particulars: {},
      },
    })
    await personNews.record(tx, { kind: 'person.changed', actorId: null, subjectId: personId, at })
    await enqueue(tx, { name: 'purge-person', key: personId, payload: { personId, name } })
  })
}

async function requireNoGroupLeft(tx: Db, personId: string): Promise<void> {
  const left = await tx.$queryRaw<{ name: string }[]>`
    SELECT g.name FROM memberships m JOIN groups g ON g.id = m.group_id
    WHERE m.person_id = ${personId}::uuid AND m.role = 'owner' AND g.deleted_at IS NULL
      AND EXISTS (SELECT FROM memberships o WHERE o.group_id = g.id AND o.person_id <> m.person_id)
      AND NOT EXISTS (SELECT FROM memberships o WHERE o.group_id = g.id AND o.role = 'owner'
        AND o.person_id <> m.person_id)
    ORDER BY g.name LIMIT 1`
  const [group] = left
  if (!group) return
  throw new Conflict(
    'last-owner',
    `You are the only owner of “${group.name}”. Hand it over first, or delete it.`,
  )
}

// All that lets them in, and all that was kept for them alone.
async function leaveNobody(tx: Db, personId: string, email: string, at: Date): Promise<void> {
  const where = { personId }
  await tx.group.updateMany({
    where: { deletedAt: null, memberships: { every: { personId }, some: { personId } } },
    data: { deletedAt: at },
  })
  await tx.reading.updateMany({
    where: { ownerId: personId, visibility: 'private', deletedAt: null },
    data: { deletedAt: at },
  })
  await tx.session.deleteMany({ where })
  await tx.apiToken.deleteMany({ where })
  await tx.account.deleteMany({ where })
  await tx.oneTimeLink.deleteMany({ where: { email } })
  await tx.membership.deleteMany({ where })
  await tx.notification.deleteMany({ where })
  await tx.notificationSettings.deleteMany({ where })
  await tx.watch.deleteMany({ where })
  await tx.readMark.deleteMany({ where })
  await tx.readingPosition.deleteMany({ where })
  await tx.reaction.deleteMany({ where })
  await tx.import.deleteMany({ where })
  await tx.export.deleteMany({ where })
  await tx.idempotencyKey.deleteMany({ where })
  await leaveNoRoster(tx, personId, email, at)
}

// By which name and address lists of courses named them, and what these changed of them.
async function leaveNoRoster(tx: Db, personId: string, email: string, at: Date): Promise<void> {
  const theirs = { OR: [{ acceptedById: personId }, { email }] }
  const invitations = await tx.invitation.findMany({ where: theirs, select: { id: true } })
  const ids = [personId, ...invitations.map(({ id }) => id)]
  await tx.$executeRaw`
    UPDATE rosters SET changes = COALESCE((SELECT jsonb_agg(c) FROM jsonb_array_elements(changes) c
      WHERE COALESCE(c -> 'known' ->> 'invitationId', c -> 'known' ->> 'personId') <> ALL(${ids})), '[]'::jsonb)
    WHERE EXISTS (SELECT FROM jsonb_array_elements(changes) c
      WHERE COALESCE(c -> 'known' ->> 'invitationId', c -> 'known' ->> 'personId') = ANY(${ids}))`
  await tx.invitation.updateMany({
    where: { email, acceptedById: null, revokedAt: null },
    data: { revokedAt: at },
  })
  await tx.invitation.updateMany({ where: theirs, data: { name: null, email: null } })
}

// What they wrote, what it said before, and what was said to them and by them at review desks.
async function leaveNoWords(tx: Db, personId: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM post_edits e USING annotations a WHERE a.id = e.post_id AND a.author_id = ${personId}::uuid`
  await tx.$executeRaw`
    DELETE FROM post_edits e USING replies r WHERE r.id = e.post_id AND r.author_id = ${personId}::uuid`
  await tx.$executeRaw`
    UPDATE threads t SET reply_count = reply_count - n.count
    FROM (SELECT thread_id, count(*)::int AS count FROM replies
      WHERE author_id = ${personId}::uuid AND deleted_at IS NULL GROUP BY thread_id) n
    WHERE t.id = n.thread_id`
  await tx.$executeRaw`
    UPDATE replies SET body = '{"type":"doc","content":[]}'::jsonb, body_text = '',
      deleted_at = COALESCE(deleted_at, ${at}), deleted_by_id = COALESCE(deleted_by_id, author_id)
    WHERE author_id = ${personId}::uuid`
  await tx.$executeRaw`
    UPDATE annotations SET body = NULL, body_text = '', tags = '{}',
      deleted_at = COALESCE(deleted_at, ${at}), deleted_by_id = COALESCE(deleted_by_id, author_id)
    WHERE author_id = ${personId}::uuid`
  await tx.$executeRaw`
    UPDATE debate_changes SET summary = '', particulars = particulars - 'words'
    WHERE claim_id IN (SELECT id FROM claims WHERE author_id = ${personId}::uuid)`
  await tx.$executeRaw`
    UPDATE claims SET text = 'Deleted', explanation = '', withdrawn_at = COALESCE(withdrawn_at, ${at}),
      version = version + 1
    WHERE author_id = ${personId}::uuid`
  await tx.$executeRaw`
    UPDATE forecasts f SET question = 'Deleted', criteria = '', resolution_note = ''
    FROM claims c WHERE c.id = f.claim_id AND c.author_id = ${personId}::uuid`
  await tx.gradeMessage.updateMany({ where: { authorId: personId }, data: { words: '' } })
  await tx.flag.updateMany({ where: { reporterId: personId }, data: { words: '' } })
  await tx.appeal.updateMany({ where: { authorId: personId }, data: { words: '' } })
  await tx.decision.updateMany({
    where: { OR: [{ authorId: personId }, { decidedById: personId }] },
    data: { words: '' },
  })
  await tx.reviewItem.updateMany({
    where: { authorId: personId, state: 'open' },
    data: { state: 'settled', version: { increment: 1 } },
  })
}

const payloadShape = z.object({ personId: z.string(), name: z.string() })

/** Takes somebody's name from where others mentioned it. May run again: then it finds nothing. */
export async function purgePerson(payload: unknown): Promise<void> {
  const { personId, name } = payloadShape.parse(payload)
  const said = `@${name}`
  const instead = `@${ERASED_NAME}`
  const label = `"label": ${JSON.stringify(name)}`
  const other = `"label": ${JSON.stringify(ERASED_NAME)}`
  await db().$executeRaw`
    UPDATE annotations SET body_text = replace(body_text, ${said}, ${instead}),
      body = replace(body::text, ${label}, ${other})::jsonb
    WHERE strpos(body_text, ${said}) > 0 AND strpos(body::text, ${personId}) > 0`
  await db().$executeRaw`
    UPDATE replies SET body_text = replace(body_text, ${said}, ${instead}),
      body = replace(body::text, ${label}, ${other})::jsonb
    WHERE strpos(body_text, ${said}) > 0 AND strpos(body::text, ${personId}) > 0`
  await db().$executeRaw`
    UPDATE post_edits SET body_text = replace(body_text, ${said}, ${instead}),
      body = replace(body::text, ${label}, ${other})::jsonb
    WHERE strpos(body_text, ${said}) > 0 AND strpos(body::text, ${personId}) > 0`
}
