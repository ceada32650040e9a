import { beforeEach, describe, expect, test } from 'vitest'
import { actorsById } from '@/lib/auth/actor-query'
import { db } from '@/lib/db/client'
import { listNotifications } from '@/lib/notifications/queries/notifications'
import type { SignedIn } from '@/lib/policy/actor'
import { makeClaim } from '@/lib/testing/factories/debate'
import {
  type Desk,
  decided,
  flagged,
  makeDesk,
  noteBy,
  noteFor,
  queueFor,
} from '@/lib/testing/factories/desk'
import { removeReply } from '@/lib/threads/commands/remove-reply'
import { replyToThread } from '@/lib/threads/commands/reply'
import { decideItem } from './commands/decide'
import { flagPost } from './commands/flag'
import { setRules } from './commands/set-rules'
import { undoDecision } from './commands/undo'
import type { DecisionInput } from './contract/review'
import { itemFor } from './queries/items'

const md = (value: string) => ({ format: 'markdown' as const, value })

async function again(person: SignedIn): Promise<SignedIn> {
  const [actor] = await actorsById([person.personId])
  if (!actor) throw new Error('this person is out')
  return actor
}

let desk: Desk

beforeEach(async () => {
  desk = await makeDesk()
})

describe('a decision', () => {
  test('hides from readers and not from its author, who is told why', async () => {
    await replyToThread(desk.ben, desk.note, { body: md('An answer that stays.') })
    const { id } = await decided(desk, 'hide', { reason: 'off-topic', words: 'Not about wagons.' })
    expect(await noteFor(desk, desk.ben)).toMatchObject({
      body: null,
      author: null,
      deleted: { by: 'moderator' },
      moderation: null,
      replyCount: 1,
    })
    const own = await noteFor(desk, desk.ana)
    expect(own).toMatchObject({ deleted: null, can: { edit: false, restore: false } })
    expect(own.body?.text).toBe('Off the point.')
    expect(own.moderation).toMatchObject({
      decisionId: id,
      kind: 'hide',
      reason: 'off-topic',
      words: 'Not about wagons.',
    })
    const told = await listNotifications(desk.ana, { limit: 10 })
    expect(told.items[0]).toMatchObject({ kind: 'post.moderated', subjectId: id })
  })

  test('is made once: whoever comes second is told who was first, and what is so now', async () => {
    const { id, version } = await flagged(desk)
    const both = await Promise.allSettled(
      [desk.moderator, desk.owner].map((by) =>
        decideItem(by, { id, version, kind: 'hide', words: '' }),
      ),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(
      decideItem(desk.owner, { id, version, kind: 'approve', words: '' }),
    ).rejects.toMatchObject({
      status: 409,
      code: 'decided',
      details: { current: { version: 2, state: 'decided', decision: { kind: 'hide' } } },
    })
  })

  test('is not about oneself, nor about somebody of higher role', async () => {
    const own = await noteBy(desk, desk.moderator, 'Mine.')
    const { id, version } = await flagged(desk, own)
    const approve = { version, kind: 'approve', words: '' } as const
    await expect(decideItem(desk.moderator, { id, ...approve })).rejects.toMatchObject({
      status: 403,
    })
    const above = await flagged(desk, await noteBy(desk, desk.owner, 'The owner’s.'))
    await expect(decideItem(desk.moderator, { id: above.id, ...approve })).rejects.toMatchObject({
      status: 403,
    })
    await decideItem(desk.owner, { id, ...approve })
  })
})

describe('what a decision does', () => {
  test('cites a rule that the group has', async () => {
    await setRules(desk.owner, desk.group.id, { rules: ['Be kind.', 'Say where it stands.'] })
    await expect(decided(desk, 'hide', { rule: '3' })).rejects.toMatchObject({ code: 'rule' })
    expect((await decided(desk, 'hide', { rule: '2' })).rule).toBe('2')
  })

  test('locks a thread to all but those who lead, and resolves it', async () => {
    await decided(desk, 'lock')
    await expect(replyToThread(desk.ben, desk.note, { body: md('More.') })).rejects.toMatchObject({
      status: 403,
    })
    await replyToThread(desk.moderator, desk.note, { body: md('The last word.') })
    await decided(desk, 'resolve')
    expect((await noteFor(desk, desk.ben)).resolution?.by?.name).toBe('Mo')
  })

  test('mutes: reads and writes nothing, for a time; suspends: is as if not in the group', async () => {
    const { id } = await decided(desk, 'mute', { days: 2 })
    const muted = await again(desk.ana)
    await expect(noteBy(desk, muted, 'Once more.')).rejects.toMatchObject({ status: 403 })
    expect((await noteFor(desk, muted)).can.reply).toBe(false)
    await undoDecision(desk.moderator, id)
    await noteBy(desk, await again(desk.ana), 'Allowed.')
    await decided(desk, 'suspend')
    const suspended = await again(desk.ana)
    await expect(noteFor(desk, suspended)).rejects.toMatchObject({ status: 404 })
    const told = await listNotifications(suspended, { limit: 10 })
    expect(told.items[0]).toMatchObject({
      kind: 'post.moderated',
      particulars: { decision: 'suspend' },
    })
    await db().membership.updateMany({
      where: { personId: desk.ana.personId },
      data: { suspendedUntil: new Date(0) },
    })
    expect((await noteFor(desk, await again(desk.ana))).id).toBe(desk.note)
  })
})

describe('a rearrangement', () => {
  test('moves a note to another section, and back', async () => {
    const before = (await noteFor(desk, desk.owner)).target
    const { sectionId } = await db().revisionSection.findFirstOrThrow({
      where: { revisionId: desk.reading.revisionId, title: 'What was counted' },
    })
    const { id } = await decided(desk, 'move', { to: sectionId })
    expect(await noteFor(desk, desk.ben)).toMatchObject({ sectionId, target: null })
    await undoDecision(desk.moderator, id)
    expect((await noteFor(desk, desk.ben)).target).toEqual(before)
  })

  test('puts a claim away, merges and splits it, and takes each back', async () => {
    const claim = await makeClaim(desk.ana, desk.thesisId)
    const other = await makeClaim(desk.ben, desk.thesisId, { text: 'The same.' })
    const standing = () =>
      db().claim.count({ where: { debateId: desk.debateId, archivedAt: null } })
    const count = await standing()
    const rows: [Partial<DecisionInput> & { kind: DecisionInput['kind'] }, number][] = [
      [{ kind: 'hide' }, count - 1],
      [{ kind: 'merge', to: other }, count - 1],
      [{ kind: 'split', halves: ['One.', 'Two.'] }, count + 1],
    ]
    for (const [what, after] of rows) {
      const subject = { kind: 'claim', id: claim } as const
      await flagPost(desk.ben, { subject, reason: 'other', words: '' })
      const item = (await queueFor(desk, desk.owner)).items.find(
        ({ row }) => row.subjectId === claim,
      )
      if (!item) throw new Error('it is not in the queue')
      const { id, version } = item.row
      const made = await decideItem(desk.moderator, { words: '', ...what, id, version })
      expect(await standing()).toBe(after)
      await undoDecision(desk.moderator, made.id)
      expect(await standing()).toBe(count)
    }
  })

  test('hides a reply, which stays where others hang on it, and shows it again', async () => {
    const { id } = await replyToThread(desk.ana, desk.note, { body: md('Rude.') })
    await flagPost(desk.ben, { subject: { kind: 'reply', id }, reason: 'harassment', words: '' })
    const [item] = (await queueFor(desk, desk.owner)).items
    if (!item) throw new Error('it is not in the queue')
    const made = await decideItem(desk.owner, { ...item.row, kind: 'hide', words: '' })
    expect((await noteFor(desk, desk.ben)).replyCount).toBe(0)
    await undoDecision(desk.owner, made.id)
    expect((await noteFor(desk, desk.ben)).replyCount).toBe(1)
    await removeReply(desk.ana, id)
    await decideItem(desk.owner, {
      ...(await itemFor(desk.owner, item.row.id)).row,
      kind: 'hide',
      words: '',
    })
    const row = await db().reply.findUniqueOrThrow({ where: { id } })
    expect(row.decisionId).toBeNull()
  })
})

describe('undoing', () => {
  test('shows it again, opens its item, and leaves the reporters’ record as it was', async () => {
    const { id, itemId } = await decided(desk, 'hide')
    expect(await db().flag.findMany({ select: { upheld: true } })).toContainEqual({ upheld: true })
    await undoDecision(desk.owner, id)
    await undoDecision(desk.owner, id)
    expect((await noteFor(desk, desk.ben)).body?.text).toBe('Off the point.')
    const { row, flags } = await itemFor(desk.owner, itemId)
    expect(row).toMatchObject({ state: 'open', version: 3 })
    expect(flags[0]).toMatchObject({ decided: 0 })
  })

  test('is for those who lead, and never about oneself', async () => {
    const { id } = await decided(desk, 'hide')
    await expect(undoDecision(desk.ana, id)).rejects.toMatchObject({ status: 403 })
    await expect(undoDecision(desk.ben, id)).rejects.toMatchObject({ status: 404 })
  })
})
