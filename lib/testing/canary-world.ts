import { annotate } from '@/lib/annotations/commands/annotate'
import { editAnnotation } from '@/lib/annotations/commands/edit'
import { removeAnnotation } from '@/lib/annotations/commands/remove'
import { db } from '@/lib/db/client'
import { promoteToClaim } from '@/lib/debates/commands/promote'
import { decideItem } from '@/lib/moderation/commands/decide'
import { flagPost } from '@/lib/moderation/commands/flag'
import type { SignedIn } from '@/lib/policy/actor'
import { replyToThread } from '@/lib/threads/commands/reply'
import { type AssignedCourse, makeAssignedCourse } from './canary-course'
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
  readonly personIds: readonly string[]
  /** A course to write in while others listen. */
  readonly course: AssignedCourse
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
  ids.push(deleted, (await replyToThread(ana, deleted, { body: md('wordcontrol') })).id)
  await removeAnnotation(ben, deleted)
  const hidden = await write(ben, 'wordhidden', { visibility: 'public' })
  const hiddenReply = await replyToThread(ben, hidden, { body: md('wordunseen') })
  ids.push(hidden, hiddenReply.id, ...(await hideBoth(room, hidden, hiddenReply.id)))
  ids.push(await holdOne(room, () => write(ben, 'wordheld', { visibility: 'public' })))
  const published = await write(ana, 'wordpast', { visibility: 'private' })
  await editAnnotation(ana, published, {
    version: 1,
    body: md('Now for all.'),
    visibility: 'public',
  })
  await promoteToClaim(moderator, published, { parentId: room.thesisId, attacks: 'fact' })
  ids.push(published, (await replyToThread(ben, published, { body: md('wordteam') })).id)
  const hiddenReading = await makeReading({
    ownerId: ana.personId,
    visibility: 'private',
    title: 'wordtitle',
    groupIds: [group.id],
  })
  ids.push(hiddenReading.id)
  const course = await makeAssignedCourse()
  return {
    ids: [...ids, ...course.ids],
    readingIds: [reading.id, hiddenReading.id, course.readingId],
    groupIds: [group.id, elsewhere.id, course.groupId],
    assignmentIds: course.assignmentIds,
    personIds: [course.actors['writing student'].personId, ana.personId],
    course,
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
    headersOf: await headersOf({
      ...{ stranger, author: ana, member: ben, moderator, 'other group': carla },
      ...course.actors,
    }),
  }
}

// A token for each.
async function headersOf(actors: Readonly<Record<Exclude<Viewer, 'anonymous'>, SignedIn>>) {
  const header = (viewer: Exclude<Viewer, 'anonymous'>) => makeToken(actors[viewer])
  return {
    anonymous: {},
    stranger: await header('stranger'),
    author: await header('author'),
    member: await header('member'),
    moderator: await header('moderator'),
    'other group': await header('other group'),
    'writing student': await header('writing student'),
    'waiting student': await header('waiting student'),
    'leader of the course': await header('leader of the course'),
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
    await flagPost(ana, { subject: { kind, id }, reason: 'spam', words: 'wordreport' })
    const item = await db().reviewItem.findFirstOrThrow({ where: { subjectId: id } })
    const decision = { id: item.id, version: item.version, words: 'wordwhy' }
    ids.push(item.id, (await decideItem(moderator, { ...decision, kind: 'hide' })).id)
  }
  return ids
}
