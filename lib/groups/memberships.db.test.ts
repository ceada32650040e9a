import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/policy/actor'
import { at, groupWith, roleOf } from '@/lib/testing/factories/group-with'
import { makePerson } from '@/lib/testing/factories/person'
import { changeRole, removeMember, transferGroup } from './commands/memberships'

test('the owner changes roles, a moderator does not, and the change is told', async () => {
  const { groupId, people } = await groupWith(['moderator', 'member'])
  const [owner, moderator, member] = [at(people, 0), at(people, 1), at(people, 2)]
  const change = { groupId, personId: member.personId, role: 'guest' as const }
  await expect(changeRole(moderator, change)).rejects.toMatchObject({ status: 403 })
  await changeRole(owner, change)
  expect(await roleOf(groupId, member)).toBe('guest')
  const told = await db().event.findMany({
    where: { kind: 'person.changed', subjectId: member.personId, actorId: owner.personId },
    select: { id: true },
  })
  expect(told).toHaveLength(1)
})

test('a team has no instructors', async () => {
  const { groupId, people } = await groupWith(['member'])
  await expect(
    changeRole(at(people, 0), {
      groupId,
      personId: at(people, 1).personId,
      role: 'instructor',
    }),
  ).rejects.toMatchObject({ status: 422 })
})

test('a moderator takes out a member but not the owner; anybody may leave', async () => {
  const { groupId, people } = await groupWith(['moderator', 'member', 'member'])
  const [owner, moderator, first, second] = [0, 1, 2, 3].map((index) => at(people, index))
  if (!owner || !moderator || !first || !second) throw new Error('four people were made')
  const take = (actor: SignedIn, { personId }: SignedIn) =>
    removeMember(actor, { groupId, personId })
  await take(moderator, first)
  await expect(take(moderator, owner)).rejects.toMatchObject({ status: 403 })
  await expect(take(second, moderator)).rejects.toMatchObject({ status: 403 })
  await take(second, second)
  expect(await roleOf(groupId, first)).toBeNull()
  expect(await roleOf(groupId, second)).toBeNull()
  expect(await roleOf(groupId, owner)).toBe('owner')
})

test('the last owner neither leaves nor steps down', async () => {
  const { groupId, people } = await groupWith(['moderator'])
  const owner = at(people, 0)
  const self = { groupId, personId: owner.personId }
  await expect(removeMember(owner, self)).rejects.toMatchObject({ code: 'last-owner' })
  await expect(changeRole(owner, { ...self, role: 'member' })).rejects.toMatchObject({
    code: 'last-owner',
  })
  expect(await roleOf(groupId, owner)).toBe('owner')
})

test('of two owners who leave at once, one stays', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { groupId, people } = await groupWith(['owner'])
    const outcomes = await Promise.allSettled(
      people.map((actor) => removeMember(actor, { groupId, personId: actor.personId })),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db().membership.count({ where: { groupId, role: 'owner' } })).toBe(1)
  }
})

test('two owners who demote each other at once do not leave the group without one', async () => {
  const { groupId, people } = await groupWith(['owner'])
  const [one, other] = [at(people, 0), at(people, 1)]
  await Promise.allSettled([
    changeRole(one, { groupId, personId: other.personId, role: 'member' }),
    changeRole(other, { groupId, personId: one.personId, role: 'member' }),
  ])
  expect(await db().membership.count({ where: { groupId, role: 'owner' } })).toBe(1)
})

test('the owner hands the group over once, to somebody in it', async () => {
  const { groupId, people } = await groupWith(['member', 'moderator'])
  const [owner, heir, moderator] = [at(people, 0), at(people, 1), at(people, 2)]
  const transfer = (actor: SignedIn, { personId }: SignedIn) =>
    transferGroup(actor, { groupId, personId })
  await expect(transfer(moderator, moderator)).rejects.toMatchObject({ status: 403 })
  await expect(transfer(owner, await makePerson())).rejects.toMatchObject({
    status: 404,
  })
  await transfer(owner, heir)
  expect(await roleOf(groupId, heir)).toBe('owner')
  expect(await roleOf(groupId, owner)).toBe('moderator')
  // The same request again, by rights that were loaded before.
  await expect(transfer(owner, moderator)).rejects.toMatchObject({ code: 'not-owner' })
})
