import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/policy/actor'
import { type DebatingClass, makeClaim, makeDebatingClass } from '@/lib/testing/factories/debate'
import {
  archiveClaim,
  linkClaim,
  mergeClaims,
  moveClaim,
  splitClaim,
  unlinkClaim,
} from './commands/arrange'
import { importOutline } from './commands/import-outline'
import { takeStance } from './commands/take-stance'
import { undoRearrangement } from './commands/undo'
import { voteOnRelevance, voteOnTruth } from './commands/votes'
import { presentChange } from './present-whole'
import { changesOf } from './queries/changes'
import { claimFor } from './queries/claims'
import { debateFor } from './queries/debates'
import { argumentOf, graphFor } from './queries/graph'
import { linkBetween, linksOf } from './queries/links'

let room: DebatingClass
let a: string
let b: string

beforeEach(async () => {
  room = await makeDebatingClass()
  a = await makeClaim(room.ana, room.thesisId, { text: 'A.' })
  b = await makeClaim(room.ben, room.thesisId, { text: 'B.' })
})

const supports = { relation: 'supports' as const }

async function linkId(parentId: string, childId: string): Promise<string> {
  return (await linkBetween(parentId, childId))?.id ?? 'none'
}

async function places(): Promise<string[]> {
  const names = new Map([
    [room.thesisId, 't'],
    [a, 'a'],
    [b, 'b'],
  ])
  const links = await linksOf(room.debateId)
  const name = (id: string) => names.get(id) ?? 'x'
  return links.map(({ parentId, childId }) => `${name(parentId)}>${name(childId)}`).sort()
}

async function lastChange(): Promise<string> {
  const { items } = await changesOf(room.debateId, { limit: 1 })
  return items[0]?.id ?? 'none'
}

const votesOn = async (id: string) => (await claimFor(room.moderator, id)).claim.truth

describe('moving', () => {
  test('keeps votes on truth, drops those on relevance, and gives them back when it is undone', async () => {
    const { ana, ben, moderator, thesisId } = room
    await voteOnTruth(ben, b, 4)
    await voteOnRelevance(ana, { id: b, parentId: thesisId }, 3)
    const { claim } = await moveClaim(moderator, await linkId(thesisId, b), {
      parentId: a,
      ...supports,
    })
    expect([claim.truth, claim.relevance, claim.parentId]).toEqual([
      [0, 0, 0, 0, 1],
      [0, 0, 0, 0, 0],
      a,
    ])
    expect(await places()).toEqual(['a>b', 't>a'])
    await undoRearrangement(moderator, await lastChange())
    expect(await places()).toEqual(['t>a', 't>b'])
    expect((await claimFor(ana, b)).claim).toMatchObject({
      relevance: [0, 0, 0, 1, 0],
      myRelevance: 3,
    })
    await expect(undoRearrangement(moderator, await lastChange())).rejects.toMatchObject({
      code: 'undone-already',
    })
  })

  test('by two at once leaves one with a conflict and the debate whole', async () => {
    const { moderator, thesisId } = room
    const c = await makeClaim(room.ana, thesisId, { text: 'C.' })
    const link = await linkId(thesisId, c)
    const outcomes = await Promise.allSettled([
      moveClaim(moderator, link, { parentId: a, ...supports }),
      moveClaim(room.ana, link, { parentId: b, ...supports }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = outcomes.find((outcome) => outcome.status === 'rejected')
    expect(lost).toMatchObject({ reason: { status: 409, code: 'moved-meanwhile' } })
    expect(await db().claimLink.count({ where: { childId: c } })).toBe(1)
  })

  test('of each under the other at once makes no loop', async () => {
    const { moderator, thesisId } = room
    const [toA, toB] = [await linkId(thesisId, a), await linkId(thesisId, b)]
    const outcomes = await Promise.allSettled([
      moveClaim(moderator, toA, { parentId: b, ...supports }),
      moveClaim(moderator, toB, { parentId: a, ...supports }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { graph } = await graphFor(moderator, await debateFor(moderator, room.debateId), {})
    expect(graph.nodes).toHaveLength(3)
  })
})

describe('who moves what', () => {
  test('is for its author and those who lead; a stranger does not know of it', async () => {
    const { ana, ben, stranger, thesisId } = room
    const link = await linkId(thesisId, b)
    const to = { parentId: a, ...supports }
    await expect(moveClaim(ana, link, to)).rejects.toMatchObject({ status: 403 })
    await expect(moveClaim(stranger, link, to)).rejects.toMatchObject({ status: 404 })
    await expect(moveClaim(ben, link, to)).resolves.toBeDefined()
    await expect(undoRearrangement(ana, await lastChange())).rejects.toMatchObject({ status: 403 })
    await undoRearrangement(ben, await lastChange())
  })

  test('tells those whose votes it dropped', async () => {
    const { ana, ben, moderator, thesisId } = room
    await voteOnRelevance(ana, { id: b, parentId: thesisId }, 3)
    await moveClaim(moderator, await linkId(thesisId, b), { parentId: a, ...supports })
    const [change] = (await changesOf(room.debateId, { limit: 1 })).items
    if (!change) throw new Error('nothing was written down')
    const debate = await debateFor(ana, room.debateId)
    const shown = (actor: SignedIn) => presentChange(actor, change, debate)
    expect([shown(ana).concernsMe, shown(ben).concernsMe, shown(moderator).concernsMe]).toEqual([
      true,
      true,
      false,
    ])
    expect([shown(ana).can.undo, shown(moderator).can.undo]).toEqual([false, true])
  })
})

describe('a claim on two parents', () => {
  test('is the same claim in both, with votes on its weight in each', async () => {
    const { ana, moderator, thesisId } = room
    await linkClaim(moderator, b, { parentId: a, relation: 'opposes', attacks: 'framing' })
    await voteOnTruth(ana, b, 2)
    await voteOnRelevance(ana, { id: b, parentId: a }, 4)
    expect((await claimFor(ana, b, a)).claim).toMatchObject({
      myTruth: 2,
      myRelevance: 4,
      parents: 2,
    })
    expect((await claimFor(ana, b, thesisId)).claim).toMatchObject({
      myTruth: 2,
      myRelevance: null,
    })
    await unlinkClaim(moderator, await linkId(thesisId, b))
    await expect(unlinkClaim(moderator, await linkId(a, b))).rejects.toMatchObject({
      code: 'last-parent',
    })
  })
})

describe('merging', () => {
  test('brings votes on truth, evidence and children together, and is undone whole', async () => {
    const { ana, ben, moderator, thesisId } = room
    const child = await makeClaim(ana, b, { text: 'Child.' })
    await voteOnTruth(ana, a, 4)
    await voteOnTruth(ana, b, 0)
    await voteOnTruth(ben, b, 1)
    const quote = { kind: 'source' as const, url: 'https://example.org/', title: 'S' }
    await makeClaim(ana, child, { evidence: [quote] })
    const merged = await mergeClaims(moderator, b, a)
    expect(merged.claim.truth).toEqual([0, 1, 0, 0, 1])
    expect(await linkBetween(a, child)).not.toBeNull()
    expect((await claimFor(ana, b)).claim).toMatchObject({ mergedIntoId: a })
    expect((await claimFor(ana, thesisId)).claim.supports).toBe(1)
    await undoRearrangement(moderator, await lastChange())
    expect([await votesOn(a), await votesOn(b)]).toEqual([
      [0, 0, 0, 0, 1],
      [1, 1, 0, 0, 0],
    ])
    expect(await linkBetween(b, child)).not.toBeNull()
    expect((await claimFor(ana, thesisId)).claim.supports).toBe(2)
  })

  test('is not taken back once what it left was moved on', async () => {
    const { ana, moderator, thesisId } = room
    const child = await makeClaim(ana, b, { text: 'Child.' })
    await mergeClaims(moderator, b, a)
    const change = await lastChange()
    await moveClaim(moderator, await linkId(a, child), { parentId: thesisId, ...supports })
    await expect(undoRearrangement(moderator, change)).rejects.toMatchObject({ status: 409 })
    expect((await claimFor(ana, b)).claim.archivedAt).not.toBeNull()
  })

  test('splitting and archiving are for those who lead', async () => {
    const { ana } = room
    const denied = { status: 403 }
    await expect(mergeClaims(ana, a, b)).rejects.toMatchObject(denied)
    await expect(archiveClaim(ana, a)).rejects.toMatchObject(denied)
    const halves = { version: 1, first: 'One.', second: 'Two.', childLinkIds: [] }
    await expect(splitClaim(ana, a, halves)).rejects.toMatchObject(denied)
    const text = '# T'
    const outline = { format: 'outline' as const, text, preview: true }
    await expect(importOutline(ana, room.debateId, outline)).rejects.toMatchObject(denied)
  })
})

describe('splitting', () => {
  test('leaves votes on truth with the first half and is undone with its words', async () => {
    const { ana, moderator, thesisId } = room
    await voteOnTruth(ana, a, 4)
    const halves = { version: 1, first: 'One.', second: 'Two.', childLinkIds: [] }
    await splitClaim(moderator, a, halves)
    expect((await claimFor(ana, thesisId)).claim.supports).toBe(3)
    expect(await votesOn(a)).toEqual([0, 0, 0, 0, 1])
    await undoRearrangement(moderator, await lastChange())
    expect((await claimFor(ana, a)).claim.text).toBe('A.')
    expect((await claimFor(ana, thesisId)).claim.supports).toBe(2)
  })
})

describe('archiving', () => {
  test('puts a claim away with what hangs on it alone, until it is undone', async () => {
    const { ana, moderator, thesisId } = room
    const child = await makeClaim(ana, a)
    await archiveClaim(moderator, a)
    const graph = await argumentOf(ana, room.debateId)
    expect(graph.nodes.map(({ id }) => id)).not.toContain(child)
    await expect(voteOnTruth(ana, a, 3)).rejects.toMatchObject({ code: 'archived' })
    await expect(makeClaim(ana, a)).rejects.toMatchObject({ code: 'archived' })
    expect((await claimFor(ana, thesisId)).claim.supports).toBe(1)
    await undoRearrangement(moderator, await lastChange())
    expect((await argumentOf(ana, room.debateId)).nodes.map(({ id }) => id)).toContain(child)
  })
})

describe('looking through the votes of others', () => {
  test('shows a person where the group shows voters, and only what one has voted on oneself', async () => {
    const { ana, ben, group } = room
    await voteOnTruth(ben, a, 4)
    await voteOnTruth(ben, b, 0)
    await voteOnTruth(ana, a, 1)
    const debate = await debateFor(ana, room.debateId)
    const asked = { person: ben.personId }
    await expect(graphFor(ana, debate, asked)).rejects.toMatchObject({ status: 403 })
    await expect(graphFor(ben, debate, asked)).resolves.toBeDefined()
    await db().group.update({ where: { id: group.id }, data: { showsVoters: true } })
    const { graph } = await graphFor(ana, await debateFor(ana, room.debateId), asked)
    expect(graph.nodes.find(({ id }) => id === a)?.through).toEqual([4])
  })

  test('shows a camp by its stance', async () => {
    const { ana, ben, thesisId } = room
    await takeStance(ben, thesisId, 'agree')
    await takeStance(ana, thesisId, 'disagree')
    await voteOnTruth(ben, a, 4)
    await voteOnTruth(ana, a, 1)
    const debate = await debateFor(ana, room.debateId)
    const { graph } = await graphFor(ana, debate, { camp: 'agree', thesisId })
    expect(graph.nodes.find(({ id }) => id === a)?.through).toEqual([4])
  })
})

test('those whose claims or votes are touched are told, when it is done and when it is taken back; nobody else is', async () => {
  const { ana, ben, moderator, thesisId } = room
  await voteOnRelevance(ben, { id: a, parentId: thesisId }, 3)
  await moveClaim(moderator, await linkId(thesisId, a), { parentId: b, ...supports })
  await undoRearrangement(moderator, await lastChange())
  const told = async (person: SignedIn) => {
    const rows = await db().notification.findMany({
      where: { personId: person.personId },
      orderBy: { createdAt: 'asc' },
    })
    return rows.map(({ kind, subjectId }) => [kind, subjectId])
  }
  const both = [
    ['debate.rearranged', a],
    ['debate.restored', a],
  ]
  expect(await told(ana)).toEqual(both)
  expect(await told(ben)).toEqual(both)
  expect(await told(moderator)).toEqual([])
})
