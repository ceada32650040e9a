import { db } from '@/lib/db/client'
import {
  archiveClaim,
  linkClaim,
  mergeClaims,
  moveClaim,
  splitClaim,
  unlinkClaim,
} from '@/lib/debates/commands/arrange'
import { addClaim, editClaim, restoreClaim, withdrawClaim } from '@/lib/debates/commands/claims'
import { citeEvidence, removeEvidence } from '@/lib/debates/commands/evidence'
import { askForecast, giveProbability, resolveForecast } from '@/lib/debates/commands/forecasts'
import { importOutline } from '@/lib/debates/commands/import-outline'
import { takeStance } from '@/lib/debates/commands/take-stance'
import { addThesis, adoptThesis, endorseThesis } from '@/lib/debates/commands/theses'
import { undoRearrangement } from '@/lib/debates/commands/undo'
import { voteOnRelevance, voteOnTruth } from '@/lib/debates/commands/votes'
import { claimFor } from '@/lib/debates/queries/claims'
import type { SignedIn } from '@/lib/policy/actor'
import { type DebatingClass, makeClaim, makeDebatingClass } from '@/lib/testing/factories/debate'
import { removeReply } from '@/lib/threads/commands/remove-reply'
import { replyToThread } from '@/lib/threads/commands/reply'
import { reopenThread, resolveThread } from '@/lib/threads/commands/resolve'

// What people do in a debate, for the law of the live line.

export type World = DebatingClass & {
  /** By Ana, supports the thesis. */
  readonly counted: string
  /** By Ben, opposes the thesis. */
  readonly missed: string
  /** By Ben, supports what was counted. */
  readonly twice: string
  /** By Ana, asks about the thesis. */
  readonly asked: string
}

type Row = {
  /** What is so before the debate is opened. Its answer is handed to the row. */
  readonly before?: (world: World) => Promise<unknown>
  readonly run: (world: World, before: string) => Promise<unknown>
}

const SOURCE = { kind: 'source' as const, url: 'https://example.org/wagons', title: 'The count' }
const FORECAST = { question: 'Ten more?', criteria: 'By the register.', dueOn: '2099-01-01' }
const md = (value: string) => ({ format: 'markdown' as const, value })

const forecasting = ({ ana, counted }: World) => askForecast(ana, counted, FORECAST)
const proposing = async ({ ana, debateId }: World) =>
  (await addThesis(ana, debateId, { text: 'Nobody counted.' })).claim.id
const endorsing = async (world: World) => {
  const id = await proposing(world)
  await endorseThesis(world.ben, id, 'add')
  return id
}
const linking = async ({ moderator, counted, missed }: World) =>
  (await linkClaim(moderator, counted, { parentId: missed, relation: 'supports' })).claim.linkId
const archiving = async (world: World) => {
  await archiveClaim(world.moderator, world.missed)
  return lastChange(world)
}

async function lastChange({ debateId }: World): Promise<string> {
  const where = { debateId }
  return (await db().debateChange.findFirstOrThrow({ where, orderBy: { at: 'desc' } })).id
}

/** The link by which a claim hangs on its first parent. */
async function linkOf(actor: SignedIn, id: string): Promise<string> {
  const { claim } = await claimFor(actor, id)
  return claim.linkId ?? ''
}

export const DEBATE_ROWS: Readonly<Record<string, Row>> = {
  addClaim: {
    run: ({ ana, thesisId }) =>
      addClaim(ana, thesisId, {
        ...{ kind: 'claim', relation: 'opposes', attacks: 'fact', text: 'Not so.' },
        evidence: [],
      }),
  },
  'addClaim: below another': { run: ({ ben, missed }) => makeClaim(ben, missed) },
  'addClaim: a question': {
    run: ({ ben, thesisId }) => makeClaim(ben, thesisId, { kind: 'question', relation: 'asks' }),
  },
  editClaim: {
    run: ({ ana, counted }) => editClaim(ana, counted, { version: 1, text: 'Other words.' }),
  },
  withdrawClaim: { run: ({ ana, counted }) => withdrawClaim(ana, counted) },
  restoreClaim: {
    before: ({ ana, counted }) => withdrawClaim(ana, counted),
    run: ({ ana, counted }) => restoreClaim(ana, counted),
  },
  addThesis: {
    run: ({ moderator, debateId }) => addThesis(moderator, debateId, { text: 'A second one.' }),
  },
  'addThesis: proposed': { run: proposing },
  endorseThesis: { before: proposing, run: ({ ben }, id) => endorseThesis(ben, id, 'add') },
  'endorseThesis: taken back': {
    before: endorsing,
    run: ({ ben }, id) => endorseThesis(ben, id, 'withdraw'),
  },
  adoptThesis: { before: proposing, run: ({ moderator }, id) => adoptThesis(moderator, id) },
  takeStance: { run: ({ ben, thesisId }) => takeStance(ben, thesisId, 'agree') },
  'takeStance: changed, seen by who took one': {
    before: async ({ ana, ben, thesisId }) => {
      await takeStance(ana, thesisId, 'disagree')
      await takeStance(ben, thesisId, 'agree')
    },
    run: ({ ben, thesisId }) => takeStance(ben, thesisId, 'unsure'),
  },
  voteOnTruth: { run: ({ ben, counted }) => voteOnTruth(ben, counted, 3) },
  'voteOnTruth: seen by who has voted': {
    before: ({ ana, missed }) => voteOnTruth(ana, missed, 1),
    run: ({ moderator, missed }) => voteOnTruth(moderator, missed, 4),
  },
  'voteOnTruth: taken back': {
    before: ({ ben, counted }) => voteOnTruth(ben, counted, 3),
    run: ({ ben, counted }) => voteOnTruth(ben, counted, null),
  },
  voteOnRelevance: {
    run: ({ ben, counted, thesisId }) =>
      voteOnRelevance(ben, { id: counted, parentId: thesisId }, 2),
  },
  citeEvidence: { run: ({ ben, counted }) => citeEvidence(ben, counted, SOURCE) },
  removeEvidence: {
    before: async ({ ana, counted }) =>
      (await citeEvidence(ana, counted, SOURCE)).claim.evidence.at(-1)?.id,
    run: ({ ana }, id) => removeEvidence(ana, id),
  },
  askForecast: { run: forecasting },
  giveProbability: {
    before: forecasting,
    run: ({ ben, counted }) => giveProbability(ben, counted, 60),
  },
  resolveForecast: {
    before: forecasting,
    run: ({ moderator, counted }) =>
      resolveForecast(moderator, counted, { happened: true, note: 'It did.' }),
  },
  linkClaim: { run: linking },
  unlinkClaim: { before: linking, run: ({ moderator }, id) => unlinkClaim(moderator, id) },
  moveClaim: {
    before: ({ ana, twice }) => linkOf(ana, twice),
    run: ({ moderator, missed }, id) =>
      moveClaim(moderator, id, { parentId: missed, relation: 'supports' }),
  },
  mergeClaims: { run: ({ moderator, twice, missed }) => mergeClaims(moderator, twice, missed) },
  splitClaim: {
    before: ({ ana, twice }) => linkOf(ana, twice),
    run: ({ moderator, counted }, id) =>
      splitClaim(moderator, counted, {
        ...{ version: 1, first: 'They were counted.', second: 'They were twelve.' },
        childLinkIds: [id],
      }),
  },
  archiveClaim: { run: ({ moderator, counted }) => archiveClaim(moderator, counted) },
  undoRearrangement: {
    before: archiving,
    run: ({ moderator }, id) => undoRearrangement(moderator, id),
  },
  importOutline: {
    run: ({ moderator, debateId }) =>
      importOutline(moderator, debateId, {
        ...{ format: 'outline', preview: false },
        text: '# A new thesis',
      }),
  },
  replyToThread: {
    run: ({ ben, counted }) => replyToThread(ben, counted, { body: md('Is it so?') }),
  },
  removeReply: {
    before: async ({ ben, counted }) => (await replyToThread(ben, counted, { body: md('No.') })).id,
    run: ({ ben }, id) => removeReply(ben, id),
  },
  resolveThread: { run: ({ moderator, asked }) => resolveThread(moderator, asked) },
  reopenThread: {
    before: ({ moderator, asked }) => resolveThread(moderator, asked),
    run: ({ moderator, asked }) => reopenThread(moderator, asked),
  },
}

/** A class whose debate has a thesis, two claims on it, one below them and a question. */
export async function makeDebateWorld(): Promise<World> {
  const room = await makeDebatingClass()
  const { ana, ben, thesisId } = room
  const counted = await makeClaim(ana, thesisId, { text: 'They were counted.' })
  const missed = await makeClaim(ben, thesisId, {
    ...{ text: 'Some were missed.', relation: 'opposes', attacks: 'fact' },
  })
  const twice = await makeClaim(ben, counted, { text: 'They were counted twice.' })
  const asked = await makeClaim(ana, thesisId, {
    ...{ text: 'Who counted?', kind: 'question', relation: 'asks' },
  })
  return { ...room, counted, missed, twice, asked }
}
