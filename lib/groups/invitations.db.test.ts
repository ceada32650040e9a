import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import type { GroupRole } from '@/lib/policy/actor'
import { at, groupWith, roleOf } from '@/lib/testing/factories/group-with'
import { makePerson } from '@/lib/testing/factories/person'
import { acceptInvitation, createInvitation, revokeInvitation } from './commands/invitations'
import { joinGroup } from './commands/join-group'
import { invitationByCode } from './queries'

describe('invitations', () => {
  test('let somebody in with their role, however the code is typed', async () => {
    const { groupId, people } = await groupWith([])
    const { code } = await createInvitation(at(people, 0), {
      id: groupId,
      role: 'guest',
      expiresInDays: 1,
    })
    const newcomer = await makePerson()
    await acceptInvitation(newcomer, ` ${code.slice(0, 5).toLowerCase()} ${code.slice(5)}`)
    expect(await roleOf(groupId, newcomer)).toBe('guest')
  })

  test('are made by those who lead, to no role above their own', async () => {
    const { groupId, people } = await groupWith(['moderator', 'member'])
    const to = (role: GroupRole) => ({ id: groupId, role, expiresInDays: 1 })
    await expect(createInvitation(at(people, 1), to('moderator'))).resolves.toMatchObject({
      role: 'moderator',
    })
    await expect(createInvitation(at(people, 1), to('owner'))).rejects.toMatchObject({
      status: 403,
    })
    await expect(createInvitation(at(people, 2), to('guest'))).rejects.toMatchObject({
      status: 403,
    })
  })

  test('do not let in when expired, withdrawn or unknown', async () => {
    const { groupId, people } = await groupWith([])
    const owner = at(people, 0)
    const newcomer = await makePerson()
    const expired = await createInvitation(owner, { id: groupId, role: 'member', expiresInDays: 1 })
    await db().invitation.updateMany({
      where: { id: expired.id },
      data: { expiresAt: new Date(Date.now() - 1000) },
    })
    await expect(acceptInvitation(newcomer, expired.code)).rejects.toMatchObject({
      code: 'invitation-expired',
    })
    const withdrawn = await createInvitation(owner, {
      id: groupId,
      role: 'member',
      expiresInDays: 1,
    })
    await revokeInvitation(owner, { groupId, invitationId: withdrawn.id })
    await expect(acceptInvitation(newcomer, withdrawn.code)).rejects.toMatchObject({
      code: 'invitation-revoked',
    })
    await expect(acceptInvitation(newcomer, '00000-00000')).rejects.toMatchObject({ status: 404 })
    expect(await roleOf(groupId, newcomer)).toBeNull()
  })

  test('give their last use to one of two who come at once', async () => {
    const { groupId, people } = await groupWith([])
    const { code } = await createInvitation(at(people, 0), {
      id: groupId,
      role: 'member',
      expiresInDays: 1,
      uses: 1,
    })
    const newcomers = await Promise.all(['One', 'Two'].map((name) => makePerson({ name })))
    const outcomes = await Promise.allSettled(
      newcomers.map((newcomer) => acceptInvitation(newcomer, code)),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db().membership.count({ where: { groupId } })).toBe(2)
  })

  test('spend nothing on who is in already, and leave his role', async () => {
    const { groupId, people } = await groupWith(['moderator'])
    const { code } = await createInvitation(at(people, 0), {
      id: groupId,
      role: 'guest',
      expiresInDays: 1,
      uses: 1,
    })
    await acceptInvitation(at(people, 1), code)
    expect(await roleOf(groupId, at(people, 1))).toBe('moderator')
    expect((await invitationByCode(code)).usesLeft).toBe(1)
  })
})

test('invitations are withdrawn by those who may make them alone', async () => {
  const { groupId, people } = await groupWith(['member'])
  const { id } = await createInvitation(at(people, 0), {
    id: groupId,
    role: 'member',
    expiresInDays: 1,
  })
  const withdrawal = { groupId, invitationId: id }
  await expect(revokeInvitation(at(people, 1), withdrawal)).rejects.toMatchObject({ status: 403 })
})

test('anybody signed in joins a public group, nobody a team without an invitation', async () => {
  const open = await groupWith([], 'public')
  const team = await groupWith([])
  const stranger = await makePerson()
  await joinGroup(stranger, open.groupId)
  await joinGroup(stranger, open.groupId)
  expect(await roleOf(open.groupId, stranger)).toBe('member')
  await expect(joinGroup(stranger, team.groupId)).rejects.toMatchObject({ status: 404 })
})
