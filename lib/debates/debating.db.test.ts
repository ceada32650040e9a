import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/policy/actor'
import { ANONYMOUS } from '@/lib/policy/actor'
import {
  type DebatingClass,
  makeClaim,
  makeDebate,
  makeDebatingClass,
} from '@/lib/testing/factories/debate'
import { makeGroup } from '@/lib/testing/factories/group'
import { joining, makePerson } from '@/lib/testing/factories/person'
import { addClaim, editClaim, restoreClaim, withdrawClaim } from './commands/claims'
import { citeEvidence, removeEvidence } from './commands/evidence'
import { openDebate } from './commands/open-debate'
import { takeStance } from './commands/take-stance'
import { addThesis, adoptThesis, endorseThesis } from './commands/theses'
import { presentClaim } from './present'
import { childrenOf, claimFor } from './queries/claims'
import { debateView } from './queries/debate-view'
import { debateFor, debatesOn } from './queries/debates'

let room: DebatingClass

beforeEach(async () => {
  room = await makeDebatingClass()
})

const denied = { status: 403 }
const unseen = { status: 404 }

async function seen(actor: SignedIn, id: string) {
  const { claim, debate } = await claimFor(actor, id)
  return presentClaim(actor, claim, debate)
}

describe('a debate', () => {
  test('is opened once on a section in a group, however many open it at once', async () => {
    const { reading, ana, ben, group } = room
    const open = (actor: SignedIn) =>
      makeDebate(actor, { reading, groupId: group.id, section: 'What was said' })
    const ids = await Promise.all([open(ana), open(ben), open(ana)])
    expect(new Set(ids).size).toBe(1)
  })

  test('of the same text in two groups never mixes', async () => {
    const other = await makeGroup()
    const { reading, moderator, debateId } = room
    const both = await joining(moderator, other.id, 'owner')
    await db().shelf.create({
      data: {
        groupId: other.id,
        readingId: reading.id,
        addedById: both.personId,
        addedAt: new Date(),
      },
    })
    const id = await makeDebate(both, { reading, groupId: other.id })
    expect(id).not.toBe(debateId)
    expect((await debateView(both, await debateFor(both, id))).theses).toEqual([])
    await expect(debateFor(room.ana, id)).rejects.toMatchObject(unseen)
  })

  test('is seen and opened by those of its group alone', async () => {
    const { debateId, stranger, reading, group, ana } = room
    await expect(debateFor(stranger, debateId)).rejects.toMatchObject(unseen)
    await expect(debateFor(ANONYMOUS, debateId)).rejects.toMatchObject(unseen)
    const guest = await joining(await makePerson(), group.id, 'guest')
    await expect(debateFor(guest, debateId)).resolves.toMatchObject({ id: debateId })
    const where = { readingId: reading.id, groupId: group.id, sectionId: 'none' }
    await expect(openDebate(guest, where)).rejects.toMatchObject(denied)
    await expect(openDebate(stranger, where)).rejects.toMatchObject(unseen)
    await expect(openDebate(ana, where)).rejects.toMatchObject({ code: 'section' })
  })

  test('tells in its bar what hangs on its theses', async () => {
    const { ana, thesisId, reading, group } = room
    await makeClaim(ana, thesisId)
    const con = await makeClaim(ana, thesisId, { relation: 'opposes', attacks: 'fact' })
    await makeClaim(ana, con)
    await makeClaim(ana, thesisId, { kind: 'question', relation: 'asks' })
    const shelf = {
      reading: {
        ...reading,
        ownerId: '',
        visibility: 'group' as const,
        deletedAt: null,
        shelves: [],
      },
      groupId: group.id,
    }
    const [bar] = await debatesOn(shelf)
    expect(bar).toMatchObject({ theses: 1, claims: 4, supports: 1, opposes: 1, openQuestions: 1 })
    const { claim: thesis } = await claimFor(ana, thesisId)
    expect(bar).toMatchObject({ thesis: thesis.text, stances: 0 })
    await takeStance(ana, thesisId, 'agree')
    await expect(debatesOn(shelf)).resolves.toMatchObject([{ stances: 1 }])
  })
})

describe('a list of claims', () => {
  test('is paged to its end from the first screen on, each claim once', async () => {
    const { ana, thesisId, debateId } = room
    const made: string[] = []
    for (let count = 0; count < 11; count += 1) made.push(await makeClaim(ana, thesisId))
    const [column] = (await debateView(ana, await debateFor(ana, debateId))).columns
    const found = column?.items.map(({ id }) => id) ?? []
    let cursor = column?.nextCursor
    while (cursor) {
      const page = await childrenOf(ana, thesisId, { relation: 'supports', cursor, limit: 2 })
      found.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(found.toSorted()).toEqual(made.toSorted())
  })
})

describe('a thesis', () => {
  test('of a moderator stands at once; a member proposes one, which stands once enough want it', async () => {
    const { ana, ben, moderator, debateId, stranger } = room
    const { claim } = await addThesis(ana, debateId, { text: 'They were not counted.' })
    expect([claim.adoptedAt, claim.endorsements, claim.endorsedByMe]).toEqual([null, 1, true])
    expect((await endorseThesis(ben, claim.id, 'add')).claim.adoptedAt).toBeNull()
    expect((await endorseThesis(ben, claim.id, 'withdraw')).claim.endorsements).toBe(1)
    await endorseThesis(ben, claim.id, 'add')
    expect((await endorseThesis(moderator, claim.id, 'add')).claim.adoptedAt).not.toBeNull()
    await expect(endorseThesis(ben, claim.id, 'add')).rejects.toMatchObject({
      code: 'not-proposed',
    })
    await expect(addThesis(stranger, debateId, { text: 'No.' })).rejects.toMatchObject(unseen)
  })

  test('is adopted by a moderator, not by a member', async () => {
    const { ana, moderator, debateId } = room
    const { claim } = await addThesis(ana, debateId, { text: 'They were not counted.' })
    await expect(adoptThesis(ana, claim.id)).rejects.toMatchObject(denied)
    expect((await adoptThesis(moderator, claim.id)).claim.adoptedAt).not.toBeNull()
  })

  test('asks where one stands, and remembers where one stood at first', async () => {
    const { ana, thesisId, stranger, moderator } = room
    await takeStance(ana, thesisId, 'agree')
    const { claim } = await takeStance(ana, thesisId, 'disagree')
    expect([claim.myOpening, claim.myStance]).toEqual(['agree', 'disagree'])
    await expect(takeStance(stranger, thesisId, 'agree')).rejects.toMatchObject(unseen)
    const view = async (actor: SignedIn) => debateView(actor, await debateFor(actor, room.debateId))
    expect((await view(ana)).stances).toMatchObject({ people: 1, changed: 1 })
    expect((await view(moderator)).stances).toBeNull()
  })
})

describe('a claim', () => {
  test('rests on passages of the text and on sources, and says so when it rests on nothing', async () => {
    const { ana, ben, thesisId, stranger } = room
    const id = await makeClaim(ana, thesisId, {
      evidence: [{ kind: 'passage', exact: 'Nobody counted them twice.' }],
    })
    const source = { kind: 'source' as const, url: 'https://example.org/', title: 'A source' }
    const { claim } = await citeEvidence(ben, id, source)
    expect(claim.citations).toBe(2)
    expect(claim.evidence[0]).toMatchObject({
      exact: 'Nobody counted them twice.',
      revisionId: room.reading.revisionId,
    })
    await expect(
      citeEvidence(ana, id, { kind: 'passage', exact: 'Not there.' }),
    ).rejects.toMatchObject({
      code: 'quote-missing',
    })
    await expect(citeEvidence(stranger, id, source)).rejects.toMatchObject(unseen)
    const [passage, page] = claim.evidence
    await expect(removeEvidence(ben, passage?.id ?? '')).rejects.toMatchObject(denied)
    expect((await removeEvidence(ben, page?.id ?? '')).claim.citations).toBe(1)
    expect((await removeEvidence(ana, passage?.id ?? '')).claim.citations).toBe(0)
  })

  test('is edited by its author; who is late is told what it says now', async () => {
    const { ana, ben, thesisId } = room
    const id = await makeClaim(ana, thesisId)
    await editClaim(ana, id, { version: 1, text: 'So it was.' })
    await expect(editClaim(ana, id, { version: 1, text: 'Late.' })).rejects.toMatchObject({
      code: 'stale',
      details: { current: { text: 'So it was.', version: 2 } },
    })
    await expect(editClaim(ben, id, { version: 2, text: 'Mine.' })).rejects.toMatchObject(denied)
  })

  test('is withdrawn by its author and keeps its place, not its words', async () => {
    const { ana, ben, moderator, thesisId } = room
    const id = await makeClaim(ana, thesisId)
    await makeClaim(ben, id)
    await expect(withdrawClaim(moderator, id)).rejects.toMatchObject(denied)
    await withdrawClaim(ana, id)
    expect(await seen(ben, id)).toMatchObject({ text: '', author: null, withdrawn: true })
    const view = await debateView(ben, await debateFor(ben, room.debateId))
    expect(view.columns[0]?.items.map((claim) => claim.id)).toEqual([id])
    expect(view.thesis?.supports).toBe(0)
    await restoreClaim(ana, id)
    expect(await seen(ben, id)).toMatchObject({ text: 'So it is.', withdrawn: false })
  })

  test('is not added by those who may not argue', async () => {
    const { group, stranger, thesisId } = room
    const guest = await joining(await makePerson(), group.id, 'guest')
    await expect(makeClaim(guest, thesisId)).rejects.toMatchObject(denied)
    await expect(makeClaim(stranger, thesisId)).rejects.toMatchObject(unseen)
    const unsaid = {
      kind: 'claim' as const,
      relation: 'opposes' as const,
      text: 'No.',
      evidence: [],
    }
    await expect(addClaim(room.ana, thesisId, unsaid)).rejects.toMatchObject({ code: 'attacks' })
  })
})
