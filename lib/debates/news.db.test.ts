import { afterEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/policy/actor'
import { type DebatingClass, makeClaim, makeDebatingClass } from '@/lib/testing/factories/debate'
import { joining, makePerson } from '@/lib/testing/factories/person'
import { type LiveMessage, listenAs } from '@/lib/testing/listening'
import { resolveThread } from '@/lib/threads/commands/resolve'
import { moveClaim } from './commands/arrange'
import { takeStance } from './commands/take-stance'
import { voteOnTruth } from './commands/votes'
import type { DebateMessage } from './contract/shapes'
import { linkBetween } from './queries/links'

const leaving: (() => void)[] = []

afterEach(() => {
  for (const leave of leaving.splice(0)) leave()
})

async function listen(actor: Actor, { reading, group }: DebatingClass) {
  const listening = await listenAs(actor, { readingId: reading.id, groupId: group.id })
  leaving.push(listening.leave)
  const ofDebates = (message: LiveMessage) => (message.noun === 'debates' ? message : null)
  /** The first message of a debate of this kind that holds. */
  const until = async (kind: string, holds: (message: DebateMessage) => boolean = () => true) =>
    ofDebates(
      await listening.until((message) => {
        const mine = ofDebates(message)
        return mine !== null && mine.kind === kind && holds(mine)
      }),
    )
  return { messages: listening.messages, until }
}

const bothVoted = ({ debate }: DebateMessage) => debate.claims[0]?.truth.voters === 2

test('a vote is told to everybody, and what was voted to those alone who voted', async () => {
  const room = await makeDebatingClass()
  const id = await makeClaim(room.ana, room.thesisId)
  await voteOnTruth(room.ben, id, 1)
  const guest = await joining(await makePerson(), room.group.id, 'guest')
  const [ana, ben, looker, stranger] = await Promise.all(
    [room.ana, room.ben, guest, room.stranger].map((actor) => listen(actor, room)),
  )
  await voteOnTruth(room.ana, id, 4)
  const truthOf = async (ear: Awaited<ReturnType<typeof listen>> | undefined) =>
    (await ear?.until('claim.voted', bothVoted))?.debate.claims[0]?.truth
  expect(await truthOf(ana)).toEqual({ mine: 4, voters: 2, counts: [0, 1, 0, 0, 1] })
  expect(await truthOf(ben)).toEqual({ mine: 1, voters: 2, counts: [0, 1, 0, 0, 1] })
  expect(await truthOf(looker)).toEqual({ mine: null, voters: 2, counts: null })
  expect(stranger?.messages).toEqual([])
})

test('a new claim, a move and a stance are told with the bar of their section', async () => {
  const room = await makeDebatingClass()
  const ear = await listen(room.ben, room)
  const a = await makeClaim(room.ana, room.thesisId)
  expect((await ear.until('claim.added', ({ id }) => id === a))?.debate).toMatchObject({
    bar: { claims: 1, supports: 1 },
    claims: [{ id: a, place: { parentId: room.thesisId } }],
  })
  const b = await makeClaim(room.ana, room.thesisId)
  const link = await linkBetween(room.thesisId, b)
  await moveClaim(room.ana, link?.id ?? '', { parentId: a, relation: 'supports' })
  expect((await ear.until('claim.rearranged', ({ id }) => id === b))?.debate).toMatchObject({
    bar: { supports: 1 },
    claims: [{ id: b, place: { parentId: a } }],
  })
  await takeStance(room.ana, room.thesisId, 'agree')
  expect((await ear.until('stance.taken'))?.debate.stances).toBeNull()
})

test('a question that is settled is open no more', async () => {
  const room = await makeDebatingClass()
  const question = await makeClaim(room.ana, room.thesisId, { kind: 'question', relation: 'asks' })
  const ear = await listen(room.ben, room)
  await resolveThread(room.ana, question)
  expect((await ear.until('thread.resolved'))?.debate).toMatchObject({
    bar: { openQuestions: 0 },
    claims: [{ id: question, resolved: true }],
  })
})
