import { NO_LATE_RULE } from '@/lib/assignments/lateness'
import { storedSteps } from '@/lib/assignments/queries/stored'
import { gatesOf, type Step } from '@/lib/assignments/schedule'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { makePerson } from './person'

/** An assignment of all sections of a reading; published at once unless said otherwise. */
export async function makeAssignment(overrides: {
  groupId: string
  readingId: string
  publishedAt?: Date | null
  steps?: readonly Step[]
  names?: 'names' | 'pseudonyms' | 'anonymous'
}): Promise<{ readonly id: string; readonly sectionIds: readonly string[] }> {
  const { groupId, readingId, publishedAt = new Date(), steps = [], names = 'names' } = overrides
  const id = newId()
  const { personId } = await makePerson()
  await db().assignment.create({
    data: {
      id,
      groupId,
      readingId,
      title: `Assignment ${id.slice(-4)}`,
      lateRule: NO_LATE_RULE,
      steps: storedSteps(steps),
      ...gatesOf(steps),
      names,
      createdById: personId,
      createdAt: new Date(),
      publishedAt,
    },
  })
  const sections = await db().section.findMany({ where: { readingId }, orderBy: { id: 'asc' } })
  await db().assignmentSection.createMany({
    data: sections.map((section) => ({ assignmentId: id, sectionId: section.id })),
  })
  return { id, sectionIds: sections.map((section) => section.id) }
}

/** A circle of a course, with these people in it. */
export async function makeCircle({
  groupId,
  personIds = [],
}: {
  groupId: string
  personIds?: readonly string[]
}): Promise<string> {
  const id = newId()
  const at = new Date()
  await db().circle.create({
    data: { id, groupId, name: `Circle ${id.slice(-4)}`, createdAt: at },
  })
  await db().circleMember.createMany({
    data: personIds.map((personId) => ({
      id: newId(),
      circleId: id,
      groupId,
      personId,
      joinedAt: at,
    })),
  })
  return id
}
