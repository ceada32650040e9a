import { beforeAll, describe, expect, test, vi } from 'vitest'
import { actorsById } from '@/lib/auth/actor-query'
import { db } from '@/lib/db/client'
import { NotFound } from '@/lib/errors'
import { REGRADE_DAYS } from '@/lib/grading/commands/messages'
import { totalOf } from '@/lib/grading/commands/worked-out'
import { presentGrade } from '@/lib/grading/present'
import { gradeFor, gradeHistory, gradeMessages } from '@/lib/grading/queries/grades'
import type { SignedIn } from '@/lib/policy/actor'
import { loadDemo } from '../load'
import { demoEmail, type PersonKey } from '../people'
import { WHO_COUNTS } from './who-counts'

const NOW = new Date()
const DAY_MS = 86_400_000
const ALL = { limit: 50 }
let id: string
let ingrid: SignedIn

beforeAll(async () => {
  vi.stubEnv('COLLOQUY_DEMO', 'on')
  await loadDemo(NOW)
  id = (await db().assignment.findFirstOrThrow({ where: { title: WHO_COUNTS.title } })).id
  ingrid = await actorNamed('ingrid')
  return () => {
    vi.unstubAllEnvs()
  }
})

async function actorNamed(key: PersonKey): Promise<SignedIn> {
  const email = demoEmail(key)
  const { id: personId } = await db().person.findUniqueOrThrow({ where: { email } })
  const [actor] = await actorsById([personId])
  if (!actor) throw new Error(`${key} is not there`)
  return actor
}

const students = WHO_COUNTS.grades.map(({ student }) => student)

describe('the closed assignment of the demo', () => {
  test('has a grade for every student, and all but one of them are released', async () => {
    const members = await db().membership.findMany({
      where: { role: 'member', group: { slug: 'reading-evidence' } },
    })
    const grades = await db().grade.findMany({ where: { assignmentId: id } })
    const ids = (rows: readonly { readonly personId: string }[]) =>
      rows.map(({ personId }) => personId).toSorted()
    expect(ids(grades)).toEqual(ids(members))
    expect(grades.filter(({ releasedAt }) => releasedAt === null)).toHaveLength(1)
  })

  test.each(students)('has points by its rubric for %s', async (student) => {
    const { personId } = await actorNamed(student)
    const { grade, rubric } = await gradeFor(ingrid, id, personId)
    if (!grade) throw new Error('nothing is graded')
    expect(grade.total).toBe(totalOf(grade, rubric))
    const known = new Set(rubric.criteria.map((criterion) => criterion.id))
    expect(Object.keys(Object(grade.levels)).every((key) => known.has(key))).toBe(true)
  })

  test('shows a student what was released, and never the draft', async () => {
    const [sofia, amara] = [await actorNamed('sofia'), await actorNamed('amara')]
    const shown = presentGrade(sofia, await gradeFor(sofia, id, sofia.personId))
    expect(shown).toMatchObject({ version: 2, total: 10, pointsPossible: 16 })
    await expect(gradeFor(amara, id, amara.personId)).rejects.toThrow(NotFound)
    expect((await gradeFor(ingrid, id, amara.personId)).grade?.total).toBeNull()
  })

  test('has one request that was granted, in the order in which it happened', async () => {
    const { personId } = await actorNamed('sofia')
    const of = { id, personId, ...ALL }
    const done = (await gradeHistory(ingrid, of)).items.toReversed()
    expect(done.map(({ kind, total }) => [kind, total])).toEqual([
      ['graded', 9],
      ['released', 9],
      ['graded', 10],
      ['released', 10],
    ])
    const said = (await gradeMessages(ingrid, of)).items
    const [request, answer] = said
    expect(said.map(({ isRequest }) => isRequest)).toEqual([true, false])
    expect(Number(request?.at)).toBeGreaterThan(Number(done[1]?.at))
    expect(Number(request?.settledAt)).toBe(Number(done[3]?.at))
    expect(Number(answer?.at)).toBeGreaterThan(Number(request?.at))
  })

  test('has one request that waits, made while it could be', async () => {
    const waiting = await db().gradeMessage.findMany({
      where: { assignmentId: id, isRequest: true, settledAt: null },
      include: { author: true, grade: true },
    })
    expect(waiting.map(({ author }) => author.email)).toEqual([demoEmail('chidi')])
    for (const { at, grade } of waiting) {
      const since = Number(at) - Number(grade.releasedAt)
      expect(since).toBeGreaterThan(0)
      expect(since).toBeLessThan(REGRADE_DAYS * DAY_MS)
    }
  })
})
