import { expect, test } from 'vitest'
import { GET } from '@/app/api/calendar/[secret]/route'
import { db } from '@/lib/db/client'
import { Forbidden } from '@/lib/errors'
import { makeAssignment } from '@/lib/testing/factories/assignment'
import { makeCourse } from '@/lib/testing/factories/course'
import { closeFeed, openFeed } from './commands'
import { feedOf } from './queries'

async function asked(secret: string) {
  const request = new Request(`http://colloquy.test/api/calendar/${secret}.ics`, {
    headers: { host: 'colloquy.test' },
  })
  const response = await GET(request, { params: Promise.resolve({ secret: `${secret}.ics` }) })
  // Long lines are folded.
  return { status: response.status, text: (await response.text()).replace(/\r\n /g, '') }
}

test('a secret address tells what is due for its student, until it is taken back', async () => {
  const { students, group, reading } = await makeCourse()
  const [una] = students
  const wish = { groupId: group.id, readingId: reading.id }
  const { id } = await makeAssignment(wish)
  await makeAssignment({ ...wish, publishedAt: null })
  const dueAt = new Date('2031-10-26T11:00:00Z')
  await db().assignment.update({ where: { id }, data: { dueAt, title: 'Who, then, counts?' } })
  const { secret } = await openFeed(una)
  expect(await feedOf(una)).toBeInstanceOf(Date)
  const { status, text } = await asked(secret)
  expect(status).toBe(200)
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  expect(text).toContain('DTEND:20311026T110000Z')
  expect(text).toContain('SUMMARY:Due: Who\\, then\\, counts?')
  expect(text).toContain(`/assignments/${id}`)
  expect(text).not.toContain(una.personId)

  const next = await openFeed(una)
  expect((await asked(secret)).status).toBe(404)
  await db().person.update({ where: { id: una.personId }, data: { disabledAt: new Date() } })
  expect((await asked(next.secret)).status).toBe(404)
  await db().person.update({ where: { id: una.personId }, data: { disabledAt: null } })
  await db().membership.deleteMany({ where: { personId: una.personId } })
  expect((await asked(next.secret)).text).not.toContain('BEGIN:VEVENT')
  await closeFeed(una)
  await closeFeed(una)
  expect((await asked(next.secret)).status).toBe(404)
})

test('a token may not make one', async () => {
  const [una] = (await makeCourse()).students
  await expect(openFeed({ ...una, scopes: ['read', 'write'] })).rejects.toThrow(Forbidden)
})
