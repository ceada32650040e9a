import { describe, expect, test } from 'vitest'
import { ANONYMOUS, OPERATOR } from '@/lib/policy/actor'
import { at, groupWith, roleOf } from '@/lib/testing/factories/group-with'
import { makePerson } from '@/lib/testing/factories/person'
import { createGroup, createGroupFor } from './commands/create-group'
import { editGroup } from './commands/edit-group'
import { addMember } from './commands/memberships'
import { groupFor, listGroups, membersOf, ownGroups } from './queries'

describe('making and finding a group', () => {
  test('who makes it owns it, and two of one name have two addresses', async () => {
    const owner = await makePerson()
    const first = await createGroup(owner, { kind: 'team', name: 'Łódź  desk' })
    const second = await createGroup(owner, { kind: 'team', name: 'Łódź desk' })
    expect(first.slug).not.toBe(second.slug)
    const memberships = new Map([first, second].map(({ id }) => [id, 'owner' as const]))
    const own = await ownGroups({ ...owner, memberships })
    expect(own.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort())
    expect(await roleOf(first.id, owner)).toBe('owner')
  })

  test('the operator makes a group for somebody and puts others into it', async () => {
    const [owner, other] = [await makePerson(), await makePerson()]
    const { id } = await createGroupFor(OPERATOR, { kind: 'team', name: 'Desk' }, owner.personId)
    await addMember(OPERATOR, { groupId: id, personId: other.personId, role: 'moderator' })
    expect(await roleOf(id, owner)).toBe('owner')
    expect(await roleOf(id, other)).toBe('moderator')
    await expect(
      addMember(OPERATOR, { groupId: id, personId: owner.personId, role: 'guest' }),
    ).rejects.toMatchObject({ code: 'last-owner' })
  })

  test('a team is not there for strangers and guests; a public group is', async () => {
    const team = await groupWith([])
    const open = await groupWith([], 'public')
    const stranger = await makePerson()
    await expect(groupFor(stranger, team.groupId)).rejects.toThrow(/nothing here/)
    await expect(groupFor(ANONYMOUS, team.groupId)).rejects.toThrow(/nothing here/)
    await expect(groupFor(ANONYMOUS, open.groupId)).resolves.toMatchObject({ id: open.groupId })
    const listed = (await listGroups(ANONYMOUS, { limit: 100 })).items.map(({ id }) => id)
    expect(listed).toContain(open.groupId)
    expect(listed).not.toContain(team.groupId)
  })

  test('its people are listed page by page to those in it alone', async () => {
    const { groupId, people } = await groupWith(['member', 'guest'])
    const group = await groupFor(OPERATOR, groupId)
    const first = await membersOf(at(people, 2), group, { limit: 2 })
    const rest = await membersOf(at(people, 2), group, {
      limit: 2,
      cursor: first.nextCursor ?? undefined,
    })
    expect([...first.items, ...rest.items].map(({ personId }) => personId)).toEqual(
      people.map(({ personId }) => personId),
    )
    expect(rest.nextCursor).toBeNull()
    const stranger = await makePerson()
    await expect(membersOf(stranger, group, { limit: 2 })).rejects.toMatchObject({ status: 403 })
  })

  test('its owner renames it, a moderator does not', async () => {
    const { groupId, people } = await groupWith(['moderator'])
    await expect(editGroup(at(people, 0), groupId, { name: 'Baltic desk' })).resolves.toMatchObject(
      {
        name: 'Baltic desk',
      },
    )
    await expect(editGroup(at(people, 1), groupId, { name: 'Mine' })).rejects.toMatchObject({
      status: 403,
    })
  })
})
