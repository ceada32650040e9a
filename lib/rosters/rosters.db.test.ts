import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors'
import { addRoster, previewRoster } from '@/lib/groups/commands/add-roster'
import { acceptInvitation } from '@/lib/groups/commands/invitations'
import { undoRoster } from '@/lib/groups/commands/undo-roster'
import { groupFor, invitationsOf } from '@/lib/groups/queries'
import { eraseOneself } from '@/lib/personal-data/commands/erase'
import type { SignedIn } from '@/lib/policy/actor'
import { type Course, makeCourse } from '@/lib/testing/factories/course'
import { roleOf } from '@/lib/testing/factories/group-with'
import { joining, makePerson } from '@/lib/testing/factories/person'
import { presentPlace, presentPreview } from './present'
import { placesOf, rostersOf } from './queries'

const ALL = { limit: 50 }
let course: Course
let id: string

beforeEach(async () => {
  course = await makeCourse()
  id = course.group.id
})

const preview = async (list: string, by = course.teacher) => {
  const { plan, faults } = await previewRoster(by, { id, list })
  return presentPreview(plan, faults)
}
const does = async (list: string) => (await preview(list)).items.map((item) => item.does)
const add = (list: string, by = course.teacher) => addRoster(by, { id, list })
const places = async () =>
  (await placesOf(course.teacher, { id, ...ALL })).items.map((row) => presentPlace(row, new Date()))
const codeOf = async (email: string) =>
  (await places()).find((place) => place.email === email)?.code ?? ''

async function emailOf({ personId }: SignedIn): Promise<string> {
  return (await db().person.findUniqueOrThrow({ where: { id: personId } })).email
}

async function proven(by: SignedIn): Promise<string> {
  await db().person.update({ where: { id: by.personId }, data: { emailVerifiedAt: new Date() } })
  return emailOf(by)
}

describe('a list added to a course', () => {
  test('invites each by a link of their own, which lets in one person with the role it says', async () => {
    await add('Nia,nia@example.org\nOle,ole@example.org,assistant')
    const [one, other] = [await makePerson(), await makePerson()]
    await acceptInvitation(one, await codeOf('ole@example.org'))
    expect(await roleOf(id, one)).toBe('assistant')
    await expect(acceptInvitation(other, await codeOf('ole@example.org'))).rejects.toThrow(Conflict)
    expect((await places()).map(({ state, person }) => [state, person?.id ?? null])).toEqual([
      ['waiting', null],
      ['joined', one.personId],
    ])
  })

  test('says before what it does: who is new, who changes, who stays', async () => {
    const una = await proven(course.students[0])
    const dos = await proven(course.students[1])
    await add('Nia,nia@example.org\nOle,ole@example.org')
    const list = `New,new@example.org\nUna,${una},assistant\nDos,${dos}\nNia,nia@example.org\nOle B,ole@example.org`
    expect(await does(list)).toEqual(['adds', 'changes', 'nothing', 'nothing', 'changes'])
    await add(list)
    expect(await does(list)).toEqual(Array(5).fill('nothing'))
    expect(await roleOf(id, course.students[0])).toBe('assistant')
    expect((await places()).map(({ name }) => name)).toEqual(['Nia', 'Ole B', 'New'])
  })

  test('removes nobody', async () => {
    const before = await db().membership.count({ where: { groupId: id } })
    await add('Nia,nia@example.org')
    expect(await db().membership.count({ where: { groupId: id } })).toBe(before)
  })

  test('knows whoever took an invitation by the address that it went to', async () => {
    await add('Nia,nia@example.org')
    await acceptInvitation(await makePerson(), await codeOf('nia@example.org'))
    expect(await does('Nia,nia@example.org')).toEqual(['nothing'])
    expect(await does('Nia,nia@example.org,assistant')).toEqual(['changes'])
  })

  test('does not tell whether somebody outside the course has an account, nor trusts an address that was not proved', async () => {
    const outside = await proven(course.stranger)
    const unproved = await emailOf(course.students[0])
    expect(await does(`A,${outside}\nB,nobody@example.org\nC,${unproved},instructor`)).toEqual([
      'adds',
      'adds',
      'adds',
    ])
  })
})

describe('a list that was added', () => {
  test('is taken back: links end, roles are as before, who joined stays', async () => {
    const una = await proven(course.students[0])
    const { id: rosterId } = await add(`Nia,nia@example.org\nOle,ole@example.org\nUna,${una},guest`)
    const [nia, ole] = [await makePerson(), await makePerson()]
    const [hers, his] = [await codeOf('nia@example.org'), await codeOf('ole@example.org')]
    await acceptInvitation(nia, hers)
    for (const _ of ['once', 'twice']) {
      const undone = await undoRoster(course.teacher, { id, rosterId })
      expect(undone.undoneAt).not.toBeNull()
    }
    await expect(acceptInvitation(ole, his)).rejects.toThrow(Conflict)
    expect(await roleOf(id, nia)).toBe('member')
    expect(await roleOf(id, course.students[0])).toBe('member')
  })

  test('leaves a role that was changed since as it is when it is taken back', async () => {
    const una = await proven(course.students[0])
    const { id: rosterId } = await add(`Una,${una},guest`)
    const { personId } = course.students[0]
    await db().membership.updateMany({
      where: { groupId: id, personId },
      data: { role: 'assistant' },
    })
    await undoRoster(course.teacher, { id, rosterId })
    expect(await roleOf(id, course.students[0])).toBe('assistant')
  })
})

describe('whoever erases themselves', () => {
  test('is named by no list any more, and can still be told from the others', async () => {
    await add('Zqxname,zqx@example.org\nOle,ole@example.org')
    await add('Zqxother,zqx@example.org,assistant')
    const nia = await makePerson()
    await acceptInvitation(nia, await codeOf('zqx@example.org'))
    await add('Zqxthird,zqx@example.org,guest')
    await eraseOneself(nia)
    const rosters = await db().roster.findMany({ where: { groupId: id } })
    const invitations = await db().invitation.findMany({ where: { groupId: id } })
    expect(JSON.stringify([rosters, invitations])).not.toMatch(/zqx/i)
    expect((await places()).map(({ email, state }) => [email, state])).toEqual([
      ['', 'joined'],
      ['ole@example.org', 'waiting'],
    ])
  })
})

describe('a list', () => {
  test('is refused whole for one fault, for what was not expected, and where it does nothing', async () => {
    await expect(add('Nia,nia@example.org\nOle,nowhere')).rejects.toThrow(Invalid)
    const expected = { added: 2, changed: 0 }
    await expect(
      addRoster(course.teacher, { id, list: 'Nia,nia@example.org', expected }),
    ).rejects.toThrow(Conflict)
    expect(await places()).toEqual([])
    await add('Nia,nia@example.org')
    await expect(add('Nia,nia@example.org')).rejects.toThrow(Invalid)
  })

  test('gives no role above that of who adds it, and the owner alone changes members', async () => {
    const instructor = await joining(await makePerson({ name: 'Ida' }), id, 'instructor')
    const una = await proven(course.students[0])
    const list = `Nia,nia@example.org,owner\nUna,${una},assistant`
    expect((await preview(list, instructor)).faults.map(({ line }) => line)).toEqual([1, 2])
    await expect(add(list, instructor)).rejects.toThrow(Invalid)
    await add('Ole,ole@example.org,instructor', instructor)
  })

  test('is nothing for students and strangers', async () => {
    const list = 'Nia,nia@example.org'
    const { id: rosterId } = await add(list)
    for (const [actor, error] of [
      [course.students[0], Forbidden],
      [course.stranger, NotFound],
    ] as const) {
      await expect(preview(list, actor)).rejects.toThrow(error)
      await expect(add(list, actor)).rejects.toThrow(error)
      await expect(placesOf(actor, { id, ...ALL })).rejects.toThrow(error)
      await expect(rostersOf(actor, { id, ...ALL })).rejects.toThrow(error)
      await expect(undoRoster(actor, { id, rosterId })).rejects.toThrow(error)
    }
  })

  test('keeps its links out of the list of invitations that are for anybody', async () => {
    await add('Nia,nia@example.org')
    const page = await invitationsOf(course.teacher, await groupFor(course.teacher, id), ALL)
    expect(page.items).toEqual([])
    expect((await rostersOf(course.teacher, { id, ...ALL })).items).toMatchObject([
      { invited: 1, joined: 0 },
    ])
  })
})
