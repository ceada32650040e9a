import type { Group, Person, Reading } from './shapes'
import type { World } from './world'

/** A course with an instructor, two students and a reading. */
export type Course = {
  readonly tess: Person
  readonly una: Person
  readonly dos: Person
  readonly group: Group
  readonly reading: Reading
}

/** Makes the course. */
export async function courseIn(world: World): Promise<Course> {
  const [tess, una, dos] = await Promise.all([
    world.person('Tess Teacher'),
    world.person('Una Student'),
    world.person('Dos Student'),
  ])
  const group = await world.group({
    kind: 'course',
    name: 'Counting wagons',
    members: [
      { personId: tess.id, role: 'instructor' },
      { personId: una.id, role: 'member' },
      { personId: dos.id, role: 'member' },
    ],
  })
  return { tess, una, dos, group, reading: await world.reading(tess, { group }) }
}
