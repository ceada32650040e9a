import { sealSession, sessionCookieName } from '@/lib/auth/cookie'
import { hashPassword } from '@/lib/auth/password'
import { createSession } from '@/lib/auth/session'
import { db } from '@/lib/db/client'
import { makeGroup } from '@/lib/testing/factories/group'
import { makePerson } from '@/lib/testing/factories/person'
import { makeReading } from '@/lib/testing/factories/reading'
import { makeToken } from '@/lib/testing/factories/token'
import {
  type Group,
  type GroupWish,
  type MembershipWish,
  type Person,
  type PersonWish,
  type Reading,
  type ReadingWish,
  wishShape,
} from './shapes'

// A program of its own, since the factories are server code: makes worlds in the database of the server under test, as its parent
// asks by messages.

const NOWHERE = { get: () => null }

process.on('message', (message) => {
  const wish = wishShape.parse(message)
  const { turn } = wish
  make(wish).then(
    (made) => process.send?.({ turn, made }),
    (problem: unknown) => process.send?.({ turn, problem: String(problem) }),
  )
})
process.on('disconnect', () => process.exit(0))

function make(wish: ReturnType<typeof wishShape.parse>): Promise<Person | Group | Reading | null> {
  switch (wish.make) {
    case 'person':
      return person(wish.with)
    case 'group':
      return group(wish.with)
    case 'membership':
      return membership(wish.with)
    case 'reading':
      return reading(wish.with)
  }
}

async function person({ name: called, password }: PersonWish): Promise<Person> {
  const passwordHash = password === undefined ? undefined : await hashPassword(password)
  const actor = await makePerson({ name: called, passwordHash, isProven: true })
  const { personId: id, name } = actor
  const session = await createSession(id, 'password', NOWHERE)
  const value = await sealSession(session, id)
  const { authorization } = await makeToken(actor)
  const cookie = { name: sessionCookieName(), value }
  return { id, name, email: `${id}@example.org`, cookie, authorization }
}

async function group({ name, kind, members }: GroupWish): Promise<Group> {
  const { id, slug } = await makeGroup({ name, kind })
  const joinedAt = new Date()
  await db().membership.createMany({
    data: members.map((member) => ({ ...member, groupId: id, joinedAt })),
  })
  return { id, name, slug }
}

async function membership(wish: MembershipWish): Promise<null> {
  await db().membership.create({ data: { ...wish, role: 'member', joinedAt: new Date() } })
  return null
}

async function reading(wish: ReadingWish): Promise<Reading> {
  const { id, slug, text } = await makeReading(wish)
  return { id, title: wish.title, slug, text }
}
