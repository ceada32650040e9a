import { beforeAll, describe, expect, test } from 'vitest'
import { annotationFacts } from '@/lib/annotations/annotation'
import { annotationsById } from '@/lib/annotations/queries/annotations'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import { newId } from '@/lib/ids'
import { makeAnnotation } from '@/lib/testing/factories/annotation'
import { makeGroup } from '@/lib/testing/factories/group'
import { joining, makePerson } from '@/lib/testing/factories/person'
import { makePicture } from '@/lib/testing/factories/picture'
import { type MadeReading, makeReading } from '@/lib/testing/factories/reading'
import { type Actor, ANONYMOUS, type GroupRole } from './actor'
import type { Visibility } from './facts'
import { can } from './rules'
import { annotationsVisibleSql, placeableSql, readingsVisibleSql, visibleTo } from './visible'

// A world in which every combination that a see-rule asks about occurs, and in it each actor: what the filters return must be
// just what the rules allow. This is why there may be two forms of one rule.

const VISIBILITIES: readonly Visibility[] = ['private', 'group', 'public']
const ROLES: readonly GroupRole[] = ['owner', 'instructor', 'moderator', 'member', 'guest']

const readingFacts = {
  ownerId: true,
  visibility: true,
  deletedAt: true,
  shelves: { select: { group: { select: { id: true, kind: true, deletedAt: true } } } },
} satisfies Prisma.ReadingSelect

let actors: Actor[]

// One debate with one thesis on each shelf.
async function fillShelf(readingId: string, groupId: string, authorId: string) {
  const { sectionId } = await db().revisionSection.findFirstOrThrow({
    where: { revision: { readingId } },
    select: { sectionId: true },
  })
  const at = new Date()
  const debate = { id: newId(), readingId, sectionId, groupId, openedAt: at, lastActivityAt: at }
  await db().debate.create({ data: debate })
  const id = newId()
  await db().thread.create({
    data: { id, readingId, groupId, lastPostId: id, lastActivityAt: at },
  })
  await db().claim.create({
    data: { id, debateId: debate.id, authorId, kind: 'thesis', text: 'So.', createdAt: at },
  })
}

async function fillReading(reading: MadeReading, groupId: string | null, authorIds: string[]) {
  const [first] = authorIds
  if (groupId !== null && first) await fillShelf(reading.id, groupId, first)
  for (const authorId of authorIds) {
    for (const visibility of VISIBILITIES) {
      await makeAnnotation({ reading, authorId, groupId, visibility })
      await makeAnnotation({ reading, authorId, groupId, visibility, deleted: true })
      await makeAnnotation({
        reading,
        authorId,
        groupId,
        visibility,
        deleted: true,
        replyCount: 1,
      })
    }
  }
}

// A picture in every reading and one in none; for each of two people a text on its way in and something told.
async function fillOwnThings(oneId: string, otherId: string) {
  for (const { id } of await db().reading.findMany({ select: { id: true } })) {
    await makePicture({ personId: otherId, readingIds: [id] })
  }
  await makePicture({ personId: oneId, readingIds: [] })
  for (const personId of [oneId, otherId]) {
    const at = new Date()
    const id = newId()
    await db().import.create({ data: { id, personId, name: 'a.txt', createdAt: at } })
    await db().notification.create({
      data: { id: newId(), personId, kind: 'import.ready', subjectId: id, createdAt: at },
    })
  }
}

beforeAll(async () => {
  const groups = [
    await makeGroup({ kind: 'team' }),
    await makeGroup({ kind: 'course' }),
    await makeGroup({ kind: 'public' }),
    await makeGroup({ kind: 'public', deleted: true }),
  ]
  const [team, course] = groups
  if (!team || !course) throw new Error('the world needs its groups')
  const people = await Promise.all(
    ROLES.map(async (role) => joining(await makePerson(), team.id, role)),
  )
  const [owner, , , member] = people
  if (!owner || !member) throw new Error('the world needs its people')
  const both = await joining(await joining(await makePerson(), team.id), course.id, 'owner')
  const stranger = await makePerson()
  const admin = await makePerson({ admin: true })
  const readOnly: Actor = { ...member, scopes: ['read'] }
  actors = [ANONYMOUS, ...people, both, stranger, admin, readOnly]
  const authors = [member.personId, both.personId, stranger.personId]
  for (const visibility of VISIBILITIES) {
    for (const group of [...groups, null]) {
      const groupIds = group ? [group.id] : []
      const reading = await makeReading({ ownerId: owner.personId, visibility, groupIds })
      await fillReading(reading, group?.id ?? null, authors)
    }
    const twice = await makeReading({
      ownerId: owner.personId,
      visibility,
      groupIds: [team.id, course.id],
    })
    await fillReading(twice, course.id, authors)
    await makeReading({ ownerId: owner.personId, visibility, deleted: true, groupIds: [team.id] })
  }
  await fillOwnThings(owner.personId, stranger.personId)
})

describe('the filters return just what the rules allow', () => {
  test('for annotations', async () => {
    const ids = (await db().annotation.findMany({ select: { id: true } })).map(({ id }) => id)
    const rows = await annotationsById(ANONYMOUS, ids)
    expect(rows.length).toBeGreaterThan(400)
    for (const actor of actors) {
      const allowed = rows.filter((row) => can(actor, 'annotation.see', annotationFacts(row)))
      const filtered = await db().annotation.findMany({
        where: visibleTo(actor).annotations,
        select: { id: true },
      })
      expect(idsOf(filtered)).toEqual(idsOf(allowed))
    }
  })

  test('for annotations in SQL, on readings that are seen', async () => {
    const rows = await annotationsById(
      ANONYMOUS,
      (await db().annotation.findMany({ select: { id: true } })).map(({ id }) => id),
    )
    for (const actor of actors) {
      const seen = rows.filter((row) => can(actor, 'reading.see', row.reading))
      const allowed = seen.filter((row) => can(actor, 'annotation.see', annotationFacts(row)))
      const readingIds = [...new Set(seen.map((row) => row.readingId))]
      const filtered = await db().$queryRaw<{ id: string }[]>(Prisma.sql`
        SELECT a.id FROM annotations a JOIN threads t ON t.id = a.id
          LEFT JOIN groups g ON g.id = a.group_id
        WHERE a.reading_id = ANY(${readingIds}::uuid[]) AND ${annotationsVisibleSql(actor)}`)
      expect(idsOf(filtered)).toEqual(idsOf(allowed))
    }
  })
})

describe('the filters return just what the rules allow', () => {
  test('for annotations that one may place, in SQL', async () => {
    const rows = await annotationsById(
      ANONYMOUS,
      (await db().annotation.findMany({ select: { id: true } })).map(({ id }) => id),
    )
    for (const actor of actors) {
      const allowed = rows.filter((row) => can(actor, 'annotation.place', annotationFacts(row)))
      const filtered = await db().$queryRaw<{ id: string }[]>(Prisma.sql`
        SELECT a.id FROM annotations a JOIN threads t ON t.id = a.id
          JOIN readings r ON r.id = a.reading_id LEFT JOIN groups g ON g.id = a.group_id
        WHERE ${readingsVisibleSql(actor)} AND ${annotationsVisibleSql(actor)}
          AND ${placeableSql(actor)}`)
      expect(idsOf(filtered)).toEqual(idsOf(allowed))
    }
  })

  test('for pictures', async () => {
    const rows = await db().asset.findMany({
      select: {
        id: true,
        uploads: { select: { personId: true } },
        uses: { select: { reading: { select: readingFacts } } },
      },
    })
    expect(rows.length).toBeGreaterThan(10)
    for (const actor of actors) {
      const filtered = await db().asset.findMany({
        where: visibleTo(actor).assets,
        select: { id: true },
      })
      expect(idsOf(filtered)).toEqual(idsOf(rows.filter((row) => can(actor, 'asset.see', row))))
    }
  })

  test("for what is one's own: texts on their way in, and what one is told", async () => {
    const imports = await db().import.findMany({ select: { id: true, personId: true } })
    const notices = await db().notification.findMany({ select: { id: true, personId: true } })
    expect([imports.length, notices.length]).toEqual([2, 2])
    for (const actor of actors) {
      const visible = visibleTo(actor)
      const select = { id: true }
      expect(idsOf(await db().import.findMany({ where: visible.imports, select }))).toEqual(
        idsOf(imports.filter((row) => can(actor, 'import.see', row))),
      )
      expect(
        idsOf(await db().notification.findMany({ where: visible.notifications, select })),
      ).toEqual(idsOf(notices.filter((row) => can(actor, 'notification.see', row))))
    }
  })

  test('for readings', async () => {
    const rows = await db().reading.findMany({
      select: { id: true, ...readingFacts },
    })
    for (const actor of actors) {
      const filtered = await db().reading.findMany({
        where: visibleTo(actor).readings,
        select: { id: true },
      })
      expect(idsOf(filtered)).toEqual(idsOf(rows.filter((row) => can(actor, 'reading.see', row))))
    }
  })

  test('for groups', async () => {
    const rows = await db().group.findMany({ select: { id: true, kind: true, deletedAt: true } })
    for (const actor of actors) {
      const filtered = await db().group.findMany({
        where: visibleTo(actor).groups,
        select: { id: true },
      })
      expect(idsOf(filtered)).toEqual(idsOf(rows.filter((row) => can(actor, 'group.see', row))))
    }
  })
})

describe('the filters of debates return just what the rules allow', () => {
  test('for debates and claims', async () => {
    const rows = await db().debate.findMany({
      select: {
        id: true,
        group: { select: { id: true, kind: true, deletedAt: true } },
        reading: {
          select: {
            id: true,
            ownerId: true,
            visibility: true,
            deletedAt: true,
            shelves: { select: { group: { select: { id: true, kind: true, deletedAt: true } } } },
          },
        },
      },
    })
    expect(rows.length).toBeGreaterThan(12)
    for (const actor of actors) {
      const allowed = rows.filter((row) => can(actor, 'debate.see', row))
      const filtered = await db().debate.findMany({
        where: visibleTo(actor).debates,
        select: { id: true },
      })
      expect(idsOf(filtered)).toEqual(idsOf(allowed))
      const claims = await db().claim.findMany({
        where: visibleTo(actor).claims,
        select: { debateId: true },
      })
      const seen = allowed.flatMap(({ id }) => [{ id }])
      expect(idsOf(claims.map(({ debateId }) => ({ id: debateId })))).toEqual(idsOf(seen))
    }
  })
})

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id).sort()
}
