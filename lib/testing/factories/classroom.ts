import type { SignedIn } from '@/lib/policy/actor'
import { type MadeGroup, makeGroup } from './group'
import { joining, makePerson } from './person'
import { type MadeReading, makeReading } from './reading'

/** The smallest world in which people annotate together: a team with a reading, three who may write, one who may not know. */
export type Classroom = {
  readonly group: MadeGroup
  readonly reading: MadeReading
  readonly ana: SignedIn
  readonly ben: SignedIn
  readonly moderator: SignedIn
  readonly stranger: SignedIn
}

/** A team with ana, ben and a moderator, its reading, and a stranger. */
export async function makeClassroom(): Promise<Classroom> {
  const group = await makeGroup()
  const ana = await joining(await makePerson({ name: 'Ana' }), group.id)
  const ben = await joining(await makePerson({ name: 'Ben' }), group.id)
  const moderator = await joining(await makePerson({ name: 'Mo' }), group.id, 'moderator')
  const reading = await makeReading({ ownerId: moderator.personId, groupIds: [group.id] })
  return { group, reading, ana, ben, moderator, stranger: await makePerson() }
}
