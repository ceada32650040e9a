import 'server-only'
import { assignmentFor } from '@/lib/assignments/queries/assignments'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import { Invalid, NotFound } from '@/lib/errors'
import { groupFor } from '@/lib/groups/queries'
import { newId } from '@/lib/ids'
import { personNews } from '@/lib/people/news'
import type { SignedIn } from '@/lib/policy/actor'
import type { GroupFacts } from '@/lib/policy/facts'
import { authorize } from '@/lib/policy/rules'
import { type Circle, namedTwice, rearranged } from './arrangement'
import type { CirclesInput } from './contract'

type Place = { readonly groupId: string; readonly assignmentId: string | null }

/**
 * Says who is in which circle. A note stays in the circle that its author was in when they wrote it, unless they move: then their work
 * for assignments that are not closed comes along. Who was where before is kept. Throws NotFound, Forbidden or Invalid.
 */
export async function arrangeCircles(
  actor: SignedIn,
  input: CirclesInput,
): Promise<{ readonly group: GroupFacts; readonly assignmentId: string | null }> {
  const group = await groupFor(actor, input.id)
  authorize(actor, 'circles.arrange', group)
  const assignment = input.assignmentId ? await assignmentFor(actor, input.assignmentId) : null
  if (assignment && assignment.groupId !== group.id) throw new NotFound()
  const place = { groupId: group.id, assignmentId: assignment?.id ?? null }
  if (namedTwice(input.circles).length > 0) {
    throw new Invalid('twice', 'Somebody is named twice. Everybody is in one circle at most.')
  }
  const at = now()
  await transaction(async (tx) => {
    // No note is written meanwhile: it would stay behind in a circle that its author has left.
    await tx.$queryRaw`SELECT id FROM assignments WHERE group_id = ${group.id}::uuid
      ORDER BY id FOR NO KEY UPDATE`
    await requireStudents(tx, group.id, input)
    const before = await circlesAt(tx, place)
    const after = await storedCircles(tx, { place, input, before, at })
    await move(tx, { place, before, after, at })
    const subject = { subjectId: group.id, groupId: group.id }
    await personNews.record(tx, {
      kind: 'sight.changed',
      actorId: actor.personId,
      ...subject,
      at,
    })
  })
  return { group, assignmentId: place.assignmentId }
}

async function requireStudents(tx: Db, groupId: string, { circles }: CirclesInput): Promise<void> {
  const named = circles.flatMap(({ members }) => members)
  const people = await tx.membership.findMany({
    where: { groupId, role: { in: ['member', 'guest'] } },
    select: { personId: true },
  })
  const students = new Set(people.map(({ personId }) => personId))
  if (named.every((id) => students.has(id))) return
  throw new Invalid(
    'student',
    'Only students of this course are in circles: staff see all of them.',
  )
}

async function circlesAt(tx: Db, place: Place): Promise<Circle[]> {
  const rows = await tx.circle.findMany({
    where: { ...place, endedAt: null },
    select: { id: true, members: { where: { leftAt: null }, select: { personId: true } } },
  })
  return rows.map(({ id, members }) => ({ id, members: members.map(({ personId }) => personId) }))
}

type Wish = {
  readonly place: Place
  readonly input: CirclesInput
  readonly before: readonly Circle[]
  readonly at: Date
}

async function storedCircles(tx: Db, { place, input, before, at }: Wish): Promise<Circle[]> {
  const known = new Set(before.map(({ id }) => id))
  const after: Circle[] = []
  for (const { id, name, members } of input.circles) {
    if (id !== undefined && !known.has(id)) throw new NotFound('There is no such circle here.')
    const circleId = id ?? newId()
    if (id === undefined) {
      await tx.circle.createMany({ data: { id: circleId, ...place, name, createdAt: at } })
    } else {
      await tx.circle.updateMany({ where: { id }, data: { name } })
    }
    after.push({ id: circleId, members })
  }
  return after
}

async function move(
  tx: Db,
  change: { place: Place; before: readonly Circle[]; after: readonly Circle[]; at: Date },
): Promise<void> {
  const { place, before, after, at } = change
  const { ended, leaving, joining } = rearranged(before, after)
  await tx.circleMember.updateMany({
    where: { ...place, leftAt: null, personId: { in: leaving.map(({ personId }) => personId) } },
    data: { leftAt: at },
  })
  await tx.circleMember.createMany({
    data: joining.map((one) => ({ id: newId(), ...place, ...one, joinedAt: at })),
  })
  await tx.circle.updateMany({ where: { id: { in: [...ended] } }, data: { endedAt: at } })
  await takeAlong(tx, place, joining)
}

// Circles of an assignment come before those of the course: who is in one of these stays there.
async function takeAlong(
  tx: Db,
  { groupId, assignmentId }: Place,
  joining: readonly { readonly personId: string; readonly circleId: string }[],
): Promise<void> {
  const people = joining.map(({ personId }) => personId)
  const circles = joining.map(({ circleId }) => circleId)
  await tx.$executeRaw`
    UPDATE annotations a SET circle_id = j.circle_id
    FROM unnest(${people}::uuid[], ${circles}::uuid[]) AS j (person_id, circle_id), assignments h
    WHERE a.author_id = j.person_id AND a.assignment_id = h.id AND h.group_id = ${groupId}::uuid
      AND h.closed_at IS NULL AND (h.id = ${assignmentId}::uuid OR (${assignmentId}::uuid IS NULL
        AND NOT EXISTS (SELECT FROM circle_members o WHERE o.person_id = a.author_id
          AND o.assignment_id = h.id AND o.left_at IS NULL)))`
}
