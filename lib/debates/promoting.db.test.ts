import { beforeEach, describe, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/commands/annotate'
import type { SignedIn } from '@/lib/policy/actor'
import { type DebatingClass, makeDebatingClass } from '@/lib/testing/factories/debate'
import { replyToThread } from '@/lib/threads/commands/reply'
import { subjectFor } from '@/lib/threads/queries/subjects'
import { promoteToClaim } from './commands/promote'
import { presentClaim } from './present'
import { claimFor } from './queries/claims'

let room: DebatingClass

beforeEach(async () => {
  room = await makeDebatingClass()
})

const denied = { status: 403 }
const unseen = { status: 404 }

async function _seen(actor: SignedIn, id: string) {
  const { claim, debate } = await claimFor(actor, id)
  return presentClaim(actor, claim, debate)
}

describe('a note', () => {
  const words = (value: string) => ({ format: 'markdown' as const, value })
  const write = (actor: SignedIn, visibility: 'group' | 'private' = 'group') =>
    annotate(actor, {
      readingId: room.reading.id,
      groupId: room.group.id,
      visibility,
      kind: 'oppose',
      target: { exact: 'Nobody counted them twice.' },
      body: words('Once is enough.'),
    })

  test('becomes a claim with its quote, its author and its thread', async () => {
    const { ana, ben, moderator, thesisId } = room
    const note = await write(ana)
    await replyToThread(ben, note.id, { body: words('Is it?') })
    await expect(promoteToClaim(ben, note.id, { parentId: thesisId })).rejects.toMatchObject(denied)
    const { claim } = await promoteToClaim(moderator, note.id, {
      parentId: thesisId,
      attacks: 'inference',
    })
    expect(claim).toMatchObject({
      id: note.id,
      authorName: 'Ana',
      text: 'Once is enough.',
      relation: 'opposes',
      replyCount: 1,
      fromNote: true,
    })
    expect(claim.evidence[0]?.exact).toBe('Nobody counted them twice.')
    await replyToThread(ana, claim.id, { body: words('It is.') })
    expect((await subjectFor(ben, note.id)).replyCount).toBe(2)
    const again = { parentId: thesisId, attacks: 'fact' as const }
    await expect(promoteToClaim(ana, note.id, again)).rejects.toMatchObject({
      code: 'promoted-already',
    })
  })

  test('that nobody else sees is not argued about', async () => {
    const note = await write(room.ana, 'private')
    await expect(promoteToClaim(room.ana, note.id, {})).rejects.toMatchObject(denied)
    await expect(promoteToClaim(room.ben, note.id, {})).rejects.toMatchObject(unseen)
  })

  test('without a parent is proposed as a thesis', async () => {
    const note = await write(room.ana)
    const { claim } = await promoteToClaim(room.ana, note.id, {})
    expect(claim).toMatchObject({ kind: 'thesis', adoptedAt: null, endorsements: 1 })
  })
})
