import { annotate } from '@/lib/annotations/commands/annotate'
import { edit } from '@/lib/annotations/commands/edit'
import { remove } from '@/lib/annotations/commands/remove'
import type { Step } from '@/lib/assignments/schedule'
import { db } from '@/lib/db/client'
import { promote } from '@/lib/debates/commands/promote'
import { decide } from '@/lib/moderation/commands/decide'
import { flag } from '@/lib/moderation/commands/flag'
import type { SignedIn } from '@/lib/policy/actor'
import { reply } from '@/lib/threads/commands/reply'
import { makeAssignment, makeCircle } from './factories/assignment'
import { makeCourse } from './factories/course'
import { type DebatingClass, makeDebatingClass } from './factories/debate'
import { makeGroup } from './factories/group'
import { joining, makePerson } from './factories/person'
import { makeReading } from './factories/reading'
import { makeToken } from './factories/token'

// Words that not everybody may read, in one public text on the shelves of two groups, and who reads them. A further kind of hidden
// thing is one more entry of `hidden`, a further sort of viewer one more of `VIEWERS`.

export const VIEWERS = [
  'anonymous',
  'stranger',
  'author',
  'member',
  'moderator',
  'other group',
  'writing student',
  'waiting student',
  'leader of the course',
] as const

type Viewer = (typeof VIEWERS)[number]

export type Hidden = {
  readonly what: string
  readonly word: string
  readonly readBy: readonly Viewer[]
}

export type CanaryWorld = {
  readonly ids: readonly string[]
  readonly readingIds: readonly string[]
  readonly groupIds: readonly string[]
  readonly assignmentIds: readonly string[]
  readonly hidden: readonly Hidden[]
  readonly private: Hidden
  readonly headersOf: Readonly<Record<Viewer, Record<string, string>>>
}

const TEAM = ['author', 'member', 'moderator'] as const satisfies readonly Viewer[]

// Who wrote what a moderator hid, and who leads the group.
const JUDGED = ['member', 'moderator'] as const satisfies readonly Viewer[]

const md = (value: string) => ({ format: 'markdown' as const, value })

/** Makes the world. */
export async function makeCanaryWorld(): Promise<CanaryWorld> {
  const room = await makeDebatingClass()
  const { ana, ben, moderator, stranger, reading, group } = room
  await db().reading.update({ where: { id: reading.id }, data: { visibility: 'public' } })
  const elsewhere = await makeGroup()
  const carla = await joining(await makePerson({ name: 'Carla' }), elsewhere.id)
  await shelve(reading.id, elsewhere.id, carla)
  const write = async (
    by: SignedIn,
    value: string,
    where: { visibility: 'private' | 'group' | 'public'; groupId?: string },
  ) => {
    const { id } = await annotate(by, {
      readingId: reading.id,
      groupId: where.groupId ?? group.id,
      visibility: where.visibility,
      kind: 'oppose',
      target: { exact: 'Nobody counted them twice.' },
      body: md(value),
    })
    return id
  }
  const ids = [reading.id, group.id, elsewhere.id, room.debateId, room.thesisId]
  const secret: Hidden = { what: 'a private note', word: 'wordprivate', readBy: ['author'] }
  ids.push(await write(ana, secret.word, { visibility: 'private' }))
  ids.push(await write(ana, 'wordgroup', { visibility: 'group' }))
  ids.push(await write(carla, 'wordelsewhere', { visibility: 'group', groupId: elsewhere.id }))
  const deleted = await write(ben, 'worddeleted', { visibility: 'public' })
  ids.push(deleted, (await reply(ana, deleted, { body: md('wordcontrol') })).id)
  await remove(ben, deleted)
  const hidden = await write(ben, 'wordhidden', { visibility: 'public' })
  const hiddenReply = await reply(ben, hidden, { body: md('wordunseen') })
  ids.push(hidden, hiddenReply.id, ...(await hideBoth(room, hidden, hiddenReply.id)))
  ids.push(await holdOne(room, () => write(ben, 'wordheld', { visibility: 'public' })))
  const published = await write(ana, 'wordpast', { visibility: 'private' })
  await edit(ana, published, { version: 1, body: md('Now for all.'), visibility: 'public' })
  await promote(moderator, published, { parentId: room.thesisId, attacks: 'fact' })
  ids.push(published, (await reply(ben, published, { body: md('wordteam') })).id)
  const hiddenReading = await makeReading({
    ownerId: ana.personId,
    visibility: 'private',
    title: 'wordtitle',
    groupIds: [group.id],
  })
  ids.push(hiddenReading.id)
  const course = await makeAssigned()
  return {
    ids: [...ids, ...course.ids],
    readingIds: [reading.id, hiddenReading.id, course.readingId],
    groupIds: [group.id, elsewhere.id, course.groupId],
    assignmentIds: course.assignmentIds,
    private: secret,
    hidden: [
      secret,
      { what: 'a note of the group', word: 'wordgroup', readBy: TEAM },
      { what: 'a note of another group', word: 'wordelsewhere', readBy: ['other group'] },
      { what: 'a deleted note', word: 'worddeleted', readBy: [] },
      { what: 'a hidden note', word: 'wordhidden', readBy: JUDGED },
      { what: 'a hidden reply', word: 'wordunseen', readBy: JUDGED },
      { what: 'a note that waits for approval', word: 'wordheld', readBy: JUDGED },
      { what: 'what its author is told', word: 'wordwhy', readBy: JUDGED },
      { what: 'what a reporter said', word: 'wordreport', readBy: ['moderator'] },
      { what: 'an answer on a public note', word: 'wordcontrol', readBy: VIEWERS },
      { what: 'what a note said in private', word: 'wordpast', readBy: ['author'] },
      { what: 'what a team says under a claim', word: 'wordteam', readBy: TEAM },
      { what: 'the title of a private reading', word: 'wordtitle', readBy: ['author'] },
      ...course.hidden,
    ],
    headersOf: {
      anonymous: {},
      stranger: await makeToken(stranger),
      author: await makeToken(ana),
      member: await makeToken(ben),
      moderator: await makeToken(moderator),
      'other group': await makeToken(carla),
      ...course.headersOf,
    },
  }
}

async function shelve(readingId: string, groupId: string, by: SignedIn): Promise<void> {
  await db().shelf.create({
    data: { groupId, readingId, addedById: by.personId, addedAt: new Date() },
  })
}

// A note that the rules of the group hold back; gives its id.
async function holdOne(
  { group }: Pick<DebatingClass, 'group'>,
  write: () => Promise<string>,
): Promise<string> {
  const houseRules = { holdsWords: ['wordheld'] }
  await db().group.update({ where: { id: group.id }, data: { houseRules } })
  return write()
}

// Reports a note and a reply of Ben's and hides them; gives the ids of the items and decisions.
async function hideBoth(
  { ana, moderator }: Pick<DebatingClass, 'ana' | 'moderator'>,
  noteId: string,
  replyId: string,
): Promise<string[]> {
  const ids: string[] = []
  for (const [kind, id] of [
    ['reply', replyId],
    ['annotation', noteId],
  ] as const) {
    await flag(ana, { subject: { kind, id }, reason: 'spam', words: 'wordreport' })
    const item = await db().reviewItem.findFirstOrThrow({ where: { subjectId: id } })
    const decision = { id: item.id, version: item.version, words: 'wordwhy' }
    ids.push(item.id, (await decide(moderator, { ...decision, kind: 'hide' })).id)
  }
  return ids
}

// A course in which one student has written and another not, and is in another circle.
async function makeAssigned() {
  const { group, reading, teacher, students } = await makeCourse()
  const [writer, waiting] = students
  await makeCircle({ groupId: group.id, personIds: [writer.personId] })
  await makeCircle({ groupId: group.id, personIds: [waiting.personId] })
  const ids = [group.id, reading.id]
  const assignmentIds: string[] = []
  const write = async (word: string, steps: readonly Step[]) => {
    const assignment = await makeAssignment({ groupId: group.id, readingId: reading.id, steps })
    const note = await annotate(writer, {
      readingId: reading.id,
      assignmentId: assignment.id,
      visibility: 'group',
      kind: 'oppose',
      target: { exact: 'Nobody counted them twice.' },
      body: md(word),
      tags: [`${word}-tag`],
    })
    const answer = await reply(teacher, note.id, { body: md(word) })
    ids.push(assignment.id, note.id, answer.id)
    assignmentIds.push(assignment.id)
  }
  await write('wordassigned', [])
  await write('wordwithheld', [{ kind: 'write-first', notes: 2 }])
  await write('wordcircle', [{ kind: 'circle', from: null }])
  const course = ['writing student', 'waiting student', 'leader of the course'] as const
  const written = ['writing student', 'leader of the course'] as const
  return {
    ids,
    assignmentIds,
    readingId: reading.id,
    groupId: group.id,
    hidden: [
      { what: 'a note of an assignment', word: 'wordassigned', readBy: course },
      { what: 'what one writes first', word: 'wordwithheld', readBy: written },
      { what: 'a note of another circle', word: 'wordcircle', readBy: written },
    ],
    headersOf: {
      'writing student': await makeToken(writer),
      'waiting student': await makeToken(waiting),
      'leader of the course': await makeToken(teacher),
    },
  }
}
