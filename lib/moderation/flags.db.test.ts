import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { listNotifications } from '@/lib/notifications/queries/notifications'
import { type Desk, flagged, makeDesk, noteBy, queueFor } from '@/lib/testing/factories/desk'
import { claimItem, releaseItem, setItem } from './commands/claim-item'
import { decideItem } from './commands/decide'
import { flagPost } from './commands/flag'
import type { QueueQuery } from './contract/review'
import { presentItem } from './present'
import { itemFor } from './queries/items'
import { logOf } from './queries/log'

let desk: Desk

beforeEach(async () => {
  desk = await makeDesk()
})

describe('what readers report', () => {
  test('becomes one item, whoever reports it, weighed by all of them', async () => {
    const first = await flagged(desk)
    const second = await flagged(desk, desk.note, { by: desk.moderator, reason: 'harassment' })
    expect(second.id).toBe(first.id)
    expect(second.version).toBe(2)
    expect(second.rank).toBeGreaterThan(first.rank)
    const item = presentItem(desk.owner, await itemFor(desk.owner, first.id), new Date())
    expect(item.headline).toBe('Advertising, says one reader; harassment, says one reader')
    expect(item.flags.map(({ by }) => by.name)).toEqual(['Ben', 'Mo'])
    await flagPost(desk.ben, {
      subject: { kind: 'annotation', id: desk.note },
      reason: 'other',
      words: '',
    })
    expect((await itemFor(desk.owner, first.id)).flags).toHaveLength(2)
  })

  test('is not one’s own, and not what one may not see', async () => {
    const subject = { kind: 'annotation', id: desk.note } as const
    const say = { subject, reason: 'spam', words: '' } as const
    await expect(flagPost(desk.ana, say)).rejects.toMatchObject({ status: 403 })
    await expect(flagPost(desk.stranger, say)).rejects.toMatchObject({ status: 404 })
  })

  test('is a queue for those who lead the group alone', async () => {
    const { id } = await flagged(desk)
    await expect(queueFor(desk, desk.ben)).rejects.toMatchObject({ status: 403 })
    await expect(queueFor(desk, desk.stranger)).rejects.toMatchObject({ status: 404 })
    await expect(itemFor(desk.ana, id)).rejects.toMatchObject({ status: 404 })
  })

  test('counts as the list does, under any filter, and page by page loses nothing', async () => {
    for (let n = 0; n < 5; n++) await flagged(desk, await noteBy(desk, desk.ana, `Note ${n}.`))
    const filters: Partial<QueueQuery>[] = [
      {},
      { reason: 'spam' },
      { reason: 'harassment' },
      { source: 'flag' },
      { authorId: desk.ana.personId },
      { reporterId: desk.ben.personId },
      { reporterId: desk.ana.personId },
      { olderThan: 1 },
      { state: 'decided' },
    ]
    for (const filter of filters) {
      const { items, counts } = await queueFor(desk, desk.owner, filter)
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(items.length)
    }
    const seenIds: string[] = []
    let cursor: string | undefined
    do {
      const page = await queueFor(desk, desk.owner, { limit: 2, ...(cursor && { cursor }) })
      seenIds.push(...page.items.map(({ row }) => row.id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(new Set(seenIds).size).toBe(5)
  })

  test('shows no words any more once its author made it private', async () => {
    const { id } = await flagged(desk)
    await db().annotation.update({ where: { id: desk.note }, data: { visibility: 'private' } })
    expect((await itemFor(desk.owner, id)).row.words).toBe('')
  })
})

describe('being on an item', () => {
  test('keeps others from deciding it, until it ends or runs out', async () => {
    const { id, version } = await flagged(desk)
    await claimItem(desk.moderator, id)
    await expect(claimItem(desk.owner, id)).rejects.toMatchObject({ code: 'claimed' })
    const late = { id, version, kind: 'approve', words: '' } as const
    await expect(decideItem(desk.owner, late)).rejects.toMatchObject({
      code: 'claimed',
      details: { current: { claim: { by: { name: 'Mo' } } } },
    })
    await releaseItem(desk.owner, id)
    await expect(claimItem(desk.owner, id)).rejects.toMatchObject({ code: 'claimed' })
    await releaseItem(desk.moderator, id)
    await claimItem(desk.owner, id)
    await db().reviewItem.update({ where: { id }, data: { claimedUntil: new Date(0) } })
    await claimItem(desk.moderator, id)
  })

  test('is in no log', async () => {
    const { id } = await flagged(desk)
    await claimItem(desk.owner, id)
    expect((await logOf(desk.owner, desk.group.id, { limit: 50 })).items).toEqual([])
  })

  test('an item that is put off comes back, and only who leads is assigned', async () => {
    const { id } = await flagged(desk)
    const assigneeId = desk.ben.personId
    await expect(setItem(desk.owner, id, { assigneeId })).rejects.toMatchObject({
      code: 'assignee',
    })
    await setItem(desk.owner, id, { assigneeId: desk.moderator.personId })
    const told = await listNotifications(desk.moderator, { limit: 10 })
    expect(told.items.map(({ kind }) => kind)).toContain('item.assigned')
    await setItem(desk.owner, id, { snoozedUntil: '2999-01-01T00:00:00.000Z' })
    expect((await queueFor(desk, desk.owner)).items).toHaveLength(0)
    expect((await queueFor(desk, desk.owner, { state: 'snoozed' })).items).toHaveLength(1)
    await setItem(desk.owner, id, { snoozedUntil: null })
    expect((await queueFor(desk, desk.owner)).items).toHaveLength(1)
  })
})
