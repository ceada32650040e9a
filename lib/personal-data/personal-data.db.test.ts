import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import { annotate } from '@/lib/annotations/commands/annotate'
import { editAnnotation } from '@/lib/annotations/commands/edit'
import { db } from '@/lib/db/client'
import { changeRole } from '@/lib/groups/commands/memberships'
import { purge } from '@/lib/jobs/purge'
import { appealDecision } from '@/lib/moderation/commands/appeal'
import { makeClaim } from '@/lib/testing/factories/debate'
import { decided, makeDesk } from '@/lib/testing/factories/desk'
import { replyToThread } from '@/lib/threads/commands/reply'
import { archivePage } from './archive-page'
import { eraseOneself, purgePerson } from './commands/erase'
import { askForExport, makeArchive } from './commands/make-archive'
import { archiveOf, exportFor } from './queries'

const md = (value: string) => ({ format: 'markdown' as const, value })

// Somebody with a name, an address and words that stand nowhere else, in every corner where words are kept.
async function makeTraces() {
  const desk = await makeDesk()
  const { ana, ben, reading, group, thesisId } = desk
  const [name, email] = ['Zqxname Ülker', 'zqxmail@example.org']
  await db().person.update({ where: { id: ana.personId }, data: { name, email } })
  const where = { readingId: reading.id, groupId: group.id, kind: 'note' as const }
  const { id } = await annotate(ana, { ...where, visibility: 'group', body: md('zqxfirst words') })
  await editAnnotation(ana, id, { version: 1, body: md('zqxsecond words'), tags: ['zqxtag'] })
  await annotate(ana, { ...where, visibility: 'private', body: md('zqxprivate words') })
  const mention = [
    { type: 'mention', attrs: { id: ana.personId, label: name } },
    { type: 'text', text: ' look at this' },
  ]
  const doc = { type: 'doc', content: [{ type: 'paragraph', content: mention }] }
  await replyToThread(ben, id, { body: { format: 'tiptap', value: doc } })
  await replyToThread(ana, id, { body: md('zqxreply') })
  await makeClaim(ana, thesisId, { text: 'zqxclaim is so.' })
  const decision = await decided(desk, 'hide', { words: 'Dear zqxaddressed.' })
  await appealDecision(ana, decision.id, 'zqxappeal')
  return { ...desk, noteId: id, name, email }
}

// Every row of every table as text: what a dump of the database says.
async function dump(): Promise<string> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name
    FROM information_schema.tables WHERE table_type = 'BASE TABLE'
      AND table_schema NOT IN ('pg_catalog', 'information_schema')`
  const said: string[] = []
  for (const { name } of tables) {
    const rows = await db().$queryRawUnsafe<{ row: string }[]>(
      `SELECT t::text AS row FROM ${name} t`,
    )
    said.push(...rows.map(({ row }) => row))
  }
  return said.join('\n')
}

test('whoever erases themselves leaves no name, address or word in the database, and threads keep their shape', async () => {
  const { ana, noteId, name } = await makeTraces()
  expect(await dump()).toMatch(/zqx/i)
  await eraseOneself(ana)
  await purgePerson({ personId: ana.personId, name })
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`
  await purge(new Date())
  expect((await dump()).match(/[^\n]*zqx[^\n]*/gi)).toBeNull()
  const thread = await db().thread.findUniqueOrThrow({
    where: { id: noteId },
    include: { annotation: true, replies: true },
  })
  expect(thread.replyCount).toBe(1)
  expect(thread.annotation?.deletedAt).not.toBeNull()
  expect(thread.replies.map(({ bodyText }) => bodyText)).toEqual([
    '@Deleted person look at this',
    '',
  ])
})

test('an archive holds everything of a person, as JSON and as a page, and nothing of others', async () => {
  const { ana, ben } = await makeTraces()
  const asked = await askForExport(ana)
  expect((await askForExport(ana)).id).toBe(asked.id)
  await makeArchive({ exportId: asked.id })
  await makeArchive({ exportId: asked.id })
  const ready = await exportFor(ana, asked.id)
  expect(ready).toMatchObject({ done: ready.total })
  await expect(exportFor(ben, asked.id)).rejects.toMatchObject({ status: 404 })
  const files = await unzipped(await archiveOf(ana, asked.id))
  expect(Object.keys(files).toSorted()).toEqual(['export.html', 'export.json'])
  for (const text of Object.values(files)) {
    for (const word of [
      'zqxmail',
      'zqxfirst',
      'zqxsecond',
      'zqxprivate',
      'zqxreply',
      'zqxclaim',
      'zqxappeal',
    ]) {
      expect(text).toContain(word)
    }
    expect(text).not.toContain('look at this')
  }
})

test('the page shows words as words', () => {
  expect(archivePage({ notes: [{ words: '<script>alert("x")</script> & so' }] })).toContain(
    '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; so',
  )
})

test('the last owner hands a group over first', async () => {
  const { owner, moderator, group } = await makeDesk()
  await expect(eraseOneself(owner)).rejects.toMatchObject({ code: 'last-owner' })
  await changeRole(owner, { groupId: group.id, personId: moderator.personId, role: 'owner' })
  await eraseOneself(owner)
})

async function unzipped(bytes: Uint8Array): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  await new Promise<void>((done, failed) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error) return failed(error)
      zip.on('entry', (entry) =>
        zip.openReadStream(entry, async (problem, stream) => {
          if (problem) return failed(problem)
          files[entry.fileName] = (await buffer(stream)).toString()
          zip.readEntry()
        }),
      )
      zip.on('end', () => done())
      zip.readEntry()
    })
  })
  return files
}
