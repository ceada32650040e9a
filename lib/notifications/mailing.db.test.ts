import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { GET, POST } from '@/app/api/unsubscribe/route'
import { annotate } from '@/lib/annotations/commands/annotate'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { SignedIn } from '@/lib/policy/actor'
import { type Classroom, makeClassroom } from '@/lib/testing/factories/classroom'
import { type Mailbox, openMailbox } from '@/lib/testing/mailbox'
import { removeReply } from '@/lib/threads/commands/remove-reply'
import { replyToThread } from '@/lib/threads/commands/reply'
import { markAllRead } from './commands/mark-read'
import { sendDigests } from './commands/send-digests'
import { sendMails } from './commands/send-mails'
import { setNotifications } from './commands/set-notifications'
import { watchSubject } from './commands/watch'
import { listNotifications } from './queries/notifications'

let room: Classroom
let mailbox: Mailbox

beforeAll(async () => {
  mailbox = await openMailbox()
})

afterAll(() => mailbox.close())

beforeEach(async () => {
  vi.stubEnv('AUTH_SECRET', 'only for these tests')
  vi.stubEnv('COLLOQUY_URL', 'http://localhost:3456')
  vi.stubEnv('SMTP_URL', mailbox.url)
  room = await makeClassroom()
  await db().person.updateMany({ data: { emailVerifiedAt: new Date() } })
})

afterEach(() => {
  vi.unstubAllEnvs()
  mailbox.refuse(null)
})

const md = (value: string) => ({ format: 'markdown' as const, value })

function naming(person: SignedIn, words = ' look at <b>this</b>') {
  const mention = { type: 'mention', attrs: { id: person.personId, label: person.name } }
  const content = [{ type: 'paragraph', content: [mention, { type: 'text', text: words }] }]
  return { format: 'tiptap' as const, value: { type: 'doc', content } }
}

const write = (by: SignedIn, body: Parameters<typeof annotate>[1]['body']) =>
  annotate(by, {
    readingId: room.reading.id,
    groupId: room.group.id,
    visibility: 'group',
    kind: 'note',
    target: { exact: 'Nobody counted them twice.' },
    body,
  })

async function addressOf({ personId }: SignedIn): Promise<string> {
  return (await db().person.findUniqueOrThrow({ where: { id: personId } })).email
}

async function lettersTo(person: SignedIn) {
  const email = await addressOf(person)
  return mailbox.letters.filter(({ to }) => JSON.stringify(to).includes(email))
}

const now = () => new Date()

test('who is mentioned is mailed once, with words, passage, thread and a way to stop it', async () => {
  const { ana, ben } = room
  const note = await write(ana, naming(ben))
  await Promise.all([sendMails(now()), sendMails(now())])
  await sendMails(now())
  const [letter, ...more] = await lettersTo(ben)
  expect(more).toEqual([])
  expect(await lettersTo(ana)).toEqual([])
  expect(letter?.subject).toMatch(/^Re: “Nobody counted them twice.” in /)
  expect(letter?.from?.text).toContain(`${ana.name} (Colloquy)`)
  expect(letter?.text).toContain(`${ana.name} mentioned you`)
  expect(letter?.text).toContain('look at <b>this</b>')
  expect(letter?.text).toContain(`#note=${note.id}`)
  expect(letter?.html).toContain('look at &lt;b&gt;this&lt;/b&gt;')
  expect(letter?.html).toContain('prefers-color-scheme: dark')
  expect(letter?.references).toBe(`<thread-${note.id}@localhost>`)
  expect(letter?.inReplyTo).toBe(letter?.references)
  const lines = letter?.headerLines.map(({ line }) => line.replace(/\s+/g, ' ')).join('\n')
  expect(lines).toMatch(/List-Unsubscribe: <http:\/\/localhost:3456\/api\/unsubscribe\?token=/i)
  expect(lines).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/i)
})

test('a thread is one conversation: its letters bear the same subject and reference', async () => {
  const { ana, ben, moderator } = room
  const note = await write(ana, md('First.'))
  await replyToThread(ben, note.id, { body: md('Second.') })
  await replyToThread(moderator, note.id, { body: md('Third.') })
  await sendMails(now())
  const letters = await lettersTo(ana)
  expect(letters).toHaveLength(2)
  expect(new Set(letters.map(({ subject }) => subject)).size).toBe(1)
  expect(new Set(letters.map(({ references }) => references)).size).toBe(1)
  expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(2)
})

test('whoever is here is not mailed, nor who has read it; once they are gone, what is unread is', async () => {
  const { ana, ben } = room
  const id = newId()
  const expiresAt = new Date(Date.now() + 3_600_000)
  await db().session.create({
    data: {
      id,
      personId: ben.personId,
      userAgent: '',
      address: '',
      createdAt: now(),
      lastUsedAt: now(),
      expiresAt,
    },
  })
  await write(ana, naming(ben))
  await sendMails(now())
  expect(await lettersTo(ben)).toEqual([])
  await db().session.delete({ where: { id } })
  await sendMails(now())
  expect(await lettersTo(ben)).toHaveLength(1)
  const note = await write(ana, naming(ben))
  const { items } = await listNotifications(ben, { limit: 1 })
  await markAllRead(ben, items[0]?.id ?? '')
  await sendMails(now())
  expect(note.id).toBeDefined()
  expect(await lettersTo(ben)).toHaveLength(1)
})

test.each(['made private', 'the membership was taken', 'the person was disabled', 'deleted'])(
  'nothing is mailed that one may not see at the moment of sending: %s',
  async (how) => {
    const { ana, ben } = room
    const note = await write(ana, md('First.'))
    const post = await replyToThread(ana, note.id, { body: naming(ben) })
    await watchSubject(ben, { kind: 'thread', id: note.id }, 'watching')
    if (how === 'made private')
      await db().annotation.update({ where: { id: note.id }, data: { visibility: 'private' } })
    if (how === 'deleted') await removeReply(ana, post.id)
    if (how === 'the membership was taken') {
      await db().membership.deleteMany({ where: { personId: ben.personId } })
    }
    if (how === 'the person was disabled') {
      await db().person.update({ where: { id: ben.personId }, data: { disabledAt: now() } })
    }
    await sendMails(now())
    await sendDigests(digestTime())
    expect(await lettersTo(ben)).toEqual([])
  },
)

// Today at eight in UTC: when digests are due unless somebody says otherwise.
function digestTime(): Date {
  const at = new Date()
  at.setUTCHours(8, 1, 0, 0)
  return at
}

test('a digest brings once what was not read and not mailed', async () => {
  const { ana, ben, moderator } = room
  const note = await write(ana, md('First.'))
  await watchSubject(moderator, { kind: 'reading', id: room.reading.id }, 'watching')
  await replyToThread(ben, note.id, { body: md('Second.') })
  await sendMails(now())
  expect(await lettersTo(ana)).toHaveLength(1)
  await Promise.all([sendDigests(digestTime()), sendDigests(digestTime())])
  await sendDigests(digestTime())
  expect(await lettersTo(ana)).toHaveLength(1)
  const [digest, ...more] = await lettersTo(moderator)
  expect(more).toEqual([])
  expect(digest?.subject).toBe('1 unread notification in Colloquy')
  expect(digest?.text).toContain('Second.')
  const next = new Date(digestTime().getTime() + 86_400_000)
  await sendDigests(next)
  expect(await lettersTo(moderator)).toHaveLength(1)
})

test('nobody is mailed who does not want it, in quiet hours, or at an address not shown to be theirs', async () => {
  const { ana, ben, moderator } = room
  await setNotifications(ben, { mailsAtOnce: false, digest: 'off' })
  const hour = now().getUTCHours()
  await setNotifications(moderator, {
    digest: 'off',
    quietFrom: hour,
    quietTo: (hour + 2) % 24,
  })
  await write(ana, naming(ben))
  await write(ana, naming(moderator))
  await sendMails(now())
  await sendDigests(digestTime())
  expect(await lettersTo(ben)).toEqual([])
  expect(await lettersTo(moderator)).toEqual([])
  await setNotifications(moderator, { quietFrom: null, quietTo: null })
  await db().person.update({ where: { id: moderator.personId }, data: { emailVerifiedAt: null } })
  await sendMails(now())
  expect(await lettersTo(moderator)).toEqual([])
  await db().person.update({ where: { id: moderator.personId }, data: { emailVerifiedAt: now() } })
  await sendMails(now())
  expect(await lettersTo(moderator)).toHaveLength(1)
})

test('a server that takes nothing now is asked again; one that refuses for good is not', async () => {
  const { ana, ben, moderator } = room
  await write(ana, naming(ben))
  mailbox.refuse(450)
  await sendMails(now())
  expect(await lettersTo(ben)).toEqual([])
  mailbox.refuse(null)
  await sendMails(now())
  expect(await lettersTo(ben)).toHaveLength(1)
  await write(ana, naming(moderator))
  mailbox.refuse(550)
  await sendMails(now())
  mailbox.refuse(null)
  await sendMails(now())
  expect(await lettersTo(moderator)).toEqual([])
  await write(ana, naming(ben))
  vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:9')
  await expect(sendMails(now())).rejects.toThrow()
  vi.stubEnv('SMTP_URL', mailbox.url)
  await sendMails(now())
  expect(await lettersTo(ben)).toHaveLength(2)
})

test('the link of a letter stops letters of its kind by one POST, and by looking at it nothing', async () => {
  const { ana, ben } = room
  await write(ana, naming(ben))
  await sendMails(now())
  const [letter] = await lettersTo(ben)
  const link = /http\S+unsubscribe\?token=\S+/.exec(letter?.text ?? '')?.[0] ?? ''
  const looked = GET(new Request(link))
  expect(looked.headers.get('location')).toContain('http://localhost:3456/unsubscribe?token=')
  const settings = () => db().notificationSettings.findUnique({ where: { personId: ben.personId } })
  expect(await settings()).toBeNull()
  const answer = await POST(
    new Request(link, { method: 'POST', body: 'List-Unsubscribe=One-Click' }),
  )
  expect(answer.status).toBe(200)
  expect(await settings()).toMatchObject({ mailsAtOnce: false, digest: 'daily' })
  const wrong = new URL(link)
  wrong.searchParams.set('token', newId())
  expect((await POST(new Request(wrong, { method: 'POST' }))).status).toBe(404)
})
