import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { router } from '@/app/api/v1/router'
import { annotate } from '@/lib/annotations/commands/annotate'
import { apiHandler } from '@/lib/api/handler'
import { db } from '@/lib/db/client'
import { enter, peopleIn, roomOf } from '@/lib/events/presence'
import { newId } from '@/lib/ids'
import type { SignedIn } from '@/lib/policy/actor'
import { announcePresence } from '@/lib/readings/commands/announce-presence'
import { makeAssignment } from '@/lib/testing/factories/assignment'
import { type Course, makeCourse } from '@/lib/testing/factories/course'
import { makeToken } from '@/lib/testing/factories/token'
import { type Listening, listenAs } from '@/lib/testing/listening'
import { replyToThread } from '@/lib/threads/commands/reply'
import { reopenThread, resolveThread } from '@/lib/threads/commands/resolve'

// Classmates read no name where an assignment shows none: not in any answer of the API that tells of a post, nor on the live line.

const handle = apiHandler(router)
const paths = z
  .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
  .parse(JSON.parse(readFileSync('docs/openapi.json', 'utf8'))).paths
const PATHS = Object.keys(paths).filter(
  (path) => 'get' in (paths[path] ?? {}) && !path.endsWith('/events'),
)
const md = (value: string) => ({ format: 'markdown' as const, value })

let course: Course
let writer: SignedIn
let reader: SignedIn

beforeAll(async () => {
  course = await makeCourse()
  ;[writer, reader] = course.students
})

const [SECTION, THREAD] = [newId(), newId()]
const leaving: (() => void)[] = []

afterAll(() => {
  for (const leave of leaving) leave()
})

type Names = 'names' | 'pseudonyms' | 'anonymous'

async function makeWork(names: Names) {
  const { group, reading } = course
  const assignment = await makeAssignment({ groupId: group.id, readingId: reading.id, names })
  const where = { readingId: reading.id, assignmentId: assignment.id, visibility: 'group' as const }
  const write = (by: SignedIn, value: string) =>
    annotate(by, {
      ...where,
      kind: 'question',
      target: { exact: 'Nobody counted them twice.' },
      body: md(value),
    })
  const note = await write(writer, 'veiledword of a note')
  const root = await write(reader, 'A note of the reader.')
  const answer = await replyToThread(writer, root.id, { body: md('veiledword of a reply') })
  return { assignment, note, root, answer, write }
}

type Work = Awaited<ReturnType<typeof makeWork>>

function addressesOf(path: string, { assignment, note, root, answer }: Work): readonly string[] {
  const ids = [course.group.id, course.reading.id, assignment.id, note.id, root.id, answer.id]
  const of = `?assignmentId=${assignment.id}`
  const by = `${of}&author=${writer.personId}`
  if (path === '/search') {
    return ['veiledword', `veiledword by:${writer.personId}`].map(
      (q) => `${path}?q=${encodeURIComponent(q)}`,
    )
  }
  const filled = ids.map((id) => path.replace('{id}', id).replace('{number}', '1'))
  return filled.flatMap((address) =>
    address.startsWith(`/readings/${course.reading.id}`)
      ? [address, `${address}${of}`, `${address}${by}`, `${address}?groupId=${course.group.id}`]
      : [address],
  )
}

/** What the API tells somebody of posts of the writer: the least pieces of its answers that hold a post's id or words. */
async function toldTo(actor: SignedIn, work: Work): Promise<readonly string[]> {
  const headers = { host: 'colloquy.test', ...(await makeToken(actor)) }
  const told: string[] = []
  for (const address of PATHS.flatMap((path) => addressesOf(path, work))) {
    const answer = await handle(new Request(`http://colloquy.test/api/v1${address}`, { headers }))
    if (answer.ok)
      told.push(
        ...piecesOf(parsed(await answer.text()), work).map((piece) => `${address} ${piece}`),
      )
  }
  return told
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function piecesOf(value: unknown, { note, answer }: Pick<Work, 'note' | 'answer'>): string[] {
  const marks = [note.id, answer.id, 'veiledword']
  if (typeof value !== 'object' || value === null) return []
  const own = Object.values(value).some(
    (each) => typeof each === 'string' && marks.some((mark) => each.includes(mark)),
  )
  const inner = Object.values(value).flatMap((each) => piecesOf(each, { note, answer }))
  return own ? [JSON.stringify(value), ...inner] : inner
}

const names = (pieces: readonly string[]) =>
  pieces.filter(
    (piece) => piece.includes(writer.name) || piece.replace(/^\S+ /, '').includes(writer.personId),
  )

describe.each(['pseudonyms', 'anonymous'] as const)('in an assignment with %s', (kind) => {
  let work: Work

  beforeAll(async () => {
    work = await makeWork(kind)
  })

  test('no answer of the API names the author of a post to a classmate', async () => {
    const told = await toldTo(reader, work)
    expect(told.length).toBeGreaterThan(5)
    expect(names(told)).toEqual([])
  })

  test('the author and those who lead read the name', async () => {
    for (const actor of [writer, course.teacher]) {
      expect(names(await toldTo(actor, work)).length).toBeGreaterThan(2)
    }
  })

  test('the live line names nobody either, whatever is done', async () => {
    const listening: Listening = await listenAs(reader, {
      readingId: course.reading.id,
      groupId: course.group.id,
    })
    const { id } = await work.write(writer, 'veiledword told live')
    await replyToThread(writer, work.root.id, { body: md('veiledword answered live') })
    await resolveThread(writer, id)
    await reopenThread(writer, id)
    await listening.until(({ kind: told }) => told === 'thread.reopened')
    const words = JSON.stringify(listening.messages)
    expect(words).toContain('veiledword told live')
    expect(words).not.toContain(writer.name)
    expect(words).not.toContain(writer.personId)
    listening.leave()
  })

  test('who is told of an answer is not told by whom', async () => {
    const { root } = work
    const notices = await toldTo(reader, { ...work, note: root })
    const told = notices.filter((piece) => piece.startsWith('/notifications'))
    expect(told.length).toBeGreaterThan(0)
    expect(names(told)).toEqual([])
  })
})

test('a pseudonym stays the same within an assignment, is another in the next, and staff have none', async () => {
  const first = await makeWork('pseudonyms')
  const next = await makeWork('pseudonyms')
  await first.write(writer, 'Once more.')
  await replyToThread(course.teacher, first.note.id, { body: md('Good.') })
  const of = ({ assignment }: Work) =>
    db().pseudonym.findMany({
      where: { assignmentId: assignment.id },
      orderBy: { personId: 'asc' },
    })
  const [one, other] = [await of(first), await of(next)]
  expect(one.map(({ personId }) => personId)).toEqual([writer.personId, reader.personId].toSorted())
  expect(new Set(one.map(({ name }) => name)).size).toBe(2)
  expect(one.map(({ id }) => id)).not.toEqual(other.map(({ id }) => id))
})

test('of somebody anonymous no two posts can be linked', async () => {
  const { assignment, note, answer } = await makeWork('anonymous')
  const headers = { host: 'colloquy.test', ...(await makeToken(reader)) }
  const ask = async (path: string) =>
    (await handle(new Request(`http://colloquy.test/api/v1${path}`, { headers }))).json()
  const { items } = await ask(
    `/readings/${course.reading.id}/annotations?assignmentId=${assignment.id}`,
  )
  const shown = items.find(({ id }: { id: string }) => id === note.id)
  expect(shown.author).toEqual({ id: note.id, name: 'Anonymous' })
  expect(answer.id).not.toBe(note.id)
})

test('where names are shown, nobody is veiled', async () => {
  const work = await makeWork('names')
  expect(await db().pseudonym.count({ where: { assignmentId: work.assignment.id } })).toBe(0)
  expect(names(await toldTo(reader, work)).length).toBeGreaterThan(2)
})

test('while something is written without a name, presence does not say where students read and write', async () => {
  const {
    group,
    reading,
    teacher,
    students: [una],
  } = await makeCourse()
  const room = roomOf(reading.id, group.id)
  const arrive = async (actor: SignedIn) => {
    const connection = newId()
    const person = { id: actor.personId, name: actor.name, sectionId: null, typingIn: null }
    leaving.push(enter(connection, { room, person, changed: () => {} }))
    await announcePresence(actor, {
      id: reading.id,
      connection,
      sectionId: SECTION,
      typingIn: THREAD,
    })
  }
  await arrive(una)
  const told = () => peopleIn(room).find(({ id }) => id === una.personId)
  expect(told()).toMatchObject({ sectionId: SECTION, typingIn: THREAD })
  await makeAssignment({ groupId: group.id, readingId: reading.id, names: 'anonymous' })
  await arrive(una)
  expect(told()).toMatchObject({ sectionId: null, typingIn: null })
  await arrive(teacher)
  expect(peopleIn(room).find(({ id }) => id === teacher.personId)).toMatchObject({
    sectionId: SECTION,
  })
})
