import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { listNotifications } from '@/lib/notifications/queries/notifications'
import type { SignedIn } from '@/lib/policy/actor'
import { type Desk, decided, makeDesk, noteFor, queueFor } from '@/lib/testing/factories/desk'
import { appealDecision } from './commands/appeal'
import { decideItem } from './commands/decide'
import { setRules } from './commands/set-rules'
import { undoDecision } from './commands/undo'
import { presentEntry } from './present'
import { itemFor } from './queries/items'
import { logOf } from './queries/log'

let desk: Desk

beforeEach(async () => {
  desk = await makeDesk()
})

describe('an appeal', () => {
  async function appealed() {
    const decision = await decided(desk, 'hide')
    await appealDecision(desk.ana, decision.id, 'It is about wagons.')
    const { items } = await queueFor(desk, desk.owner, { source: 'appeal' })
    const [found] = items
    if (!found) throw new Error('it is not in the queue')
    return { decision, item: found.row }
  }

  test('is decided by somebody else; granted, it takes the decision back', async () => {
    const { decision, item } = await appealed()
    const grant = { id: item.id, version: item.version, kind: 'approve', words: '' } as const
    await expect(decideItem(desk.moderator, grant)).rejects.toMatchObject({ status: 403 })
    const made = await decideItem(desk.owner, grant)
    expect((await noteFor(desk, desk.ben)).body?.text).toBe('Off the point.')
    const told = await listNotifications(desk.ana, { limit: 10 })
    expect(told.items[0]).toMatchObject({ kind: 'appeal.granted', subjectId: decision.id })
    await expect(undoDecision(desk.owner, made.id)).rejects.toMatchObject({ code: 'appeal' })
  })

  test('declined, it leaves the decision, and there is no second one', async () => {
    const { decision, item } = await appealed()
    await decideItem(desk.owner, { id: item.id, version: item.version, kind: 'hide', words: 'No.' })
    expect((await noteFor(desk, desk.ben).catch(() => null))?.body ?? null).toBeNull()
    await expect(appealDecision(desk.ana, decision.id, 'But!')).rejects.toMatchObject({
      code: 'appealed',
    })
  })

  test('is the author’s alone, for six months, of what still stands', async () => {
    const { id } = await decided(desk, 'hide')
    await expect(appealDecision(desk.ben, id, 'For her.')).rejects.toMatchObject({ status: 404 })
    await expect(appealDecision(desk.owner, id, 'For her.')).rejects.toMatchObject({ status: 403 })
    await db().decision.update({ where: { id }, data: { decidedAt: new Date('2020-01-01') } })
    await expect(appealDecision(desk.ana, id, 'Late.')).rejects.toMatchObject({ code: 'too-late' })
    await undoDecision(desk.owner, id)
    await expect(appealDecision(desk.ana, id, 'Still.')).rejects.toMatchObject({ code: 'nothing' })
  })

  test('ends by itself when its decision is taken back', async () => {
    const { decision, item } = await appealed()
    await undoDecision(desk.owner, decision.id)
    expect((await itemFor(desk.owner, item.id)).row.state).toBe('settled')
  })
})

describe('the log', () => {
  test('is only ever written to: the database refuses to change, delete and empty it', async () => {
    await decided(desk, 'hide')
    for (const statement of [
      `UPDATE moderation_log SET act = 'nothing'`,
      'DELETE FROM moderation_log',
      'TRUNCATE moderation_log',
    ]) {
      await expect(db().$executeRawUnsafe(statement)).rejects.toThrow(/only written to/)
    }
  })

  test('tells members what was decided, where the group says so, and never who reported or decided', async () => {
    const { id } = await decided(desk, 'hide', { reason: 'spam', words: 'Between us.' })
    await undoDecision(desk.owner, id)
    const groupId = desk.group.id
    await expect(logOf(desk.ben, groupId, { limit: 50 })).rejects.toMatchObject({ status: 403 })
    await setRules(desk.owner, groupId, { log: 'decisions' })
    const lines = async (actor: SignedIn) =>
      (await logOf(actor, groupId, { limit: 50 })).items.map((row) => presentEntry(actor, row))
    const told = await lines(desk.ben)
    expect(told.map(({ act, kind }) => [act, kind])).toEqual([
      ['undone', 'hide'],
      ['decided', 'hide'],
    ])
    expect(told.every(({ by, words, canUndo }) => by === null && words === '' && !canUndo)).toBe(
      true,
    )
    expect((await lines(desk.owner))[1]).toMatchObject({ by: { name: 'Mo' }, words: 'Between us.' })
    expect(JSON.stringify(await lines(desk.owner))).not.toContain('Look.')
  })
})
