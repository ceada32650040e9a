import type { SignedIn } from '@/lib/policy/actor'
import { type MadeGroup, makeGroup } from './group'
import { joining, makePerson } from './person'
import { type MadeReading, makeReading } from './reading'

/** A course with a reading of three sections, somebody who leads it, an assistant, and three students. */
export type Course = {
  readonly group: MadeGroup
  readonly reading: MadeReading
  readonly teacher: SignedIn
  readonly assistant: SignedIn
  readonly students: readonly [SignedIn, SignedIn, SignedIn]
  readonly stranger: SignedIn
}

/** Makes the course. */
export async function makeCourse(): Promise<Course> {
  const group = await makeGroup({ kind: 'course' })
  const join = async (name: string, role: 'owner' | 'assistant' | 'member') =>
    joining(await makePerson({ name }), group.id, role)
  const teacher = await join('Tess', 'owner')
  return {
    group,
    teacher,
    assistant: await join('Hal', 'assistant'),
    students: [
      await join('Una', 'member'),
      await join('Dos', 'member'),
      await join('Tria', 'member'),
    ],
    stranger: await makePerson(),
    reading: await makeReading({ ownerId: teacher.personId, groupIds: [group.id] }),
  }
}
