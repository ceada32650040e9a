// The demo's debates as rows. Pure but for the random part of ids.

import { passageOf } from '@/lib/annotations/target'
import type { Prisma } from '@/lib/generated/prisma/client'
import { newId } from '@/lib/ids'
import { childRank } from '@/lib/measures/child-rank'
import { distributionOf } from '@/lib/measures/distribution'
import { sectionAt } from '@/lib/text/document'
import type { Around } from '@/prisma/seed/around'
import { daysBefore, idAt, writtenAt } from '@/prisma/seed/moment'
import { isPersonKey } from '@/prisma/seed/people'
import { wordsOf } from '@/prisma/seed/post-rows'
import type { DemoText } from '@/prisma/seed/reading-rows'
import type { DemoClaim, DemoDebate, DemoForecast, DemoThesis } from './debate'
import { votesFrom } from './votes'

export type DebateRows = {
  readonly debate: Prisma.DebateCreateManyInput
  readonly threads: readonly Prisma.ThreadCreateManyInput[]
  readonly claims: readonly Prisma.ClaimCreateManyInput[]
  readonly links: readonly Prisma.ClaimLinkCreateManyInput[]
  readonly truthVotes: readonly Prisma.TruthVoteCreateManyInput[]
  readonly relevanceVotes: readonly Prisma.RelevanceVoteCreateManyInput[]
  readonly stances: readonly Prisma.ThesisStanceCreateManyInput[]
  readonly evidence: readonly Prisma.EvidenceCreateManyInput[]
  readonly forecasts: readonly Prisma.ForecastCreateManyInput[]
  readonly probabilities: readonly Prisma.ForecastProbabilityCreateManyInput[]
  readonly replies: readonly Prisma.ReplyCreateManyInput[]
}

export type DebateWhere = Around & {
  readonly readingId: string
  readonly revisionId: string
  readonly text: DemoText
}

/** The rows of a debate. Throws when its section or the words it cites are not in the text. */
export function debateRows(demo: DemoDebate, where: DebateWhere): DebateRows {
  const section = where.text.sections.find(({ title }) => title === demo.section)
  const [first] = demo.theses
  if (!section || !first) throw new Error(`The demo has no debate on “${demo.section}”.`)
  const at = writtenAt(where.now, first.ago)
  const place = { readingId: where.readingId, groupId: where.groupId(demo.group) }
  const debateId = idAt(at)
  const theses = demo.theses.map((thesis) =>
    thesisRows(thesis, { where, debateId, inGroup: place.groupId }),
  )
  const claims = theses.flatMap((rows) => rows.claims)
  const standing = (name: 'supports' | 'opposes' | 'qualifies') =>
    claims
      .filter(({ kind }) => kind === 'thesis')
      .reduce((sum, claim) => sum + (claim[name] ?? 0), 0)
  const all = <Name extends keyof Rows>(name: Name) => theses.flatMap((rows) => [...rows[name]])
  return {
    debate: {
      id: debateId,
      ...place,
      sectionId: section.sectionId,
      openedById: where.personId(first.by),
      openedAt: at,
      lastActivityAt: where.now,
      theses: theses.length,
      claims: claims.length - theses.length,
      supports: standing('supports'),
      opposes: standing('opposes'),
      qualifies: standing('qualifies'),
    },
    threads: all('threads'),
    claims,
    links: all('links'),
    truthVotes: all('truthVotes'),
    relevanceVotes: all('relevanceVotes'),
    stances: all('stances'),
    evidence: all('evidence'),
    forecasts: all('forecasts'),
    probabilities: all('probabilities'),
    replies: all('replies'),
  }
}

type Rows = {
  readonly [Name in Exclude<keyof DebateRows, 'debate'>]: DebateRows[Name][number][]
}
type Whereabouts = {
  readonly where: DebateWhere
  readonly debateId: string
  readonly inGroup: string
}

function noRows(): Rows {
  return {
    threads: [],
    claims: [],
    links: [],
    truthVotes: [],
    relevanceVotes: [],
    stances: [],
    evidence: [],
    forecasts: [],
    probabilities: [],
    replies: [],
  }
}

function thesisRows(thesis: DemoThesis, around: Whereabouts): Rows {
  const { where } = around
  const rows = noRows()
  const at = writtenAt(where.now, thesis.ago)
  const id = idAt(at)
  storeClaim(rows, { id, at, kind: 'thesis', demo: { ...thesis, answers: thesis.claims }, around })
  for (const [by, stance] of Object.entries(thesis.stances)) {
    if (!isPersonKey(by)) continue
    const [opening, now] = stance
    const changedAt = opening === now ? at : daysBefore(where.now, 1)
    rows.stances.push({
      ...{ thesisId: id, personId: where.personId(by), opening, now, openedAt: at },
      changedAt,
    })
  }
  return rows
}

type Made = {
  readonly id: string
  readonly at: Date
  readonly kind: Prisma.ClaimCreateManyInput['kind']
  readonly demo: Omit<DemoClaim, 'does'>
  readonly around: Whereabouts
}

function storeClaim(rows: Rows, made: Made): void {
  const { id, at, kind, demo, around } = made
  const { where, debateId } = around
  const answers = demo.answers ?? []
  const count = (relation: DemoClaim['does']) =>
    answers.filter(({ does }) => does === relation).length
  rows.claims.push({
    ...{ id, debateId, kind, text: demo.text, explanation: demo.explanation ?? '', createdAt: at },
    authorId: where.personId(demo.by),
    adoptedAt: kind === 'thesis' ? at : null,
    truth: [...distributionOf(votesFrom(demo.votes).map(({ truth }) => truth))],
    supports: count('supports'),
    opposes: count('opposes'),
    qualifies: count('qualifies'),
    questions: count('asks'),
    assumptions: count('assumes'),
    citations: demo.cites?.length ?? 0,
  })
  storeThread(rows, made)
  storeEvidence(rows, made)
  if (demo.forecast) storeForecast(rows, made, demo.forecast)
  for (const answer of answers) storeAnswer(rows, id, answer, around)
}

const KINDS = { asks: 'question', assumes: 'assumption' } as const

function storeAnswer(rows: Rows, parentId: string, demo: DemoClaim, around: Whereabouts): void {
  const { where, debateId } = around
  const { does, attacks = null } = demo
  const at = writtenAt(where.now, demo.ago)
  const id = idAt(at)
  const kind = does === 'asks' || does === 'assumes' ? KINDS[does] : 'claim'
  storeClaim(rows, { id, at, kind, demo, around })
  const linkId = newId()
  const votes = votesFrom(demo.votes)
  const relevance = distributionOf(votes.map((vote) => vote.relevance))
  rows.links.push({
    ...{ id: linkId, debateId, parentId, childId: id, relation: does, attacks, madeAt: at },
    madeById: where.personId(demo.by),
    relevance: [...relevance],
    rank: childRank(linkId, relevance),
  })
  for (const vote of votes) {
    const personId = where.personId(vote.by)
    rows.truthVotes.push({ claimId: id, personId, value: vote.truth, at })
    rows.relevanceVotes.push({ linkId, personId, value: vote.relevance, at })
  }
}

function storeThread(rows: Rows, { id, at, demo, around: { where, inGroup } }: Made): void {
  const replies = (demo.replies ?? []).map((reply) => {
    const writtenOn = writtenAt(where.now, reply.ago)
    return {
      ...{ id: idAt(writtenOn), threadId: id, createdAt: writtenOn },
      authorId: where.personId(reply.by),
      ...wordsOf(reply.body, where),
    }
  })
  const last = replies.at(-1) ?? { id, createdAt: at }
  rows.replies.push(...replies)
  rows.threads.push({
    ...{ id, readingId: where.readingId, groupId: inGroup, replyCount: replies.length },
    lastPostId: last.id,
    lastActivityAt: last.createdAt,
    ...(demo.settled && {
      resolvedAt: writtenAt(where.now, demo.settled.ago),
      resolvedById: where.personId(demo.settled.by),
    }),
  })
}

function storeEvidence(rows: Rows, { id, at, demo, around: { where } }: Made): void {
  for (const exact of demo.cites ?? []) {
    const passage = passageOf(where.text.text, { exact })
    const section = sectionAt(where.text.sections, passage.start)
    rows.evidence.push({
      ...{ id: newId(), claimId: id, addedById: where.personId(demo.by), addedAt: at },
      readingId: where.readingId,
      revisionId: where.revisionId,
      sectionId: section?.sectionId ?? null,
      ...passage,
    })
  }
}

function storeForecast(
  rows: Rows,
  { id, at, around: { where } }: Made,
  forecast: DemoForecast,
): void {
  const { question, criteria, dueIn, given, resolved } = forecast
  rows.forecasts.push({
    ...{ claimId: id, question, criteria, createdAt: at },
    dueOn: daysBefore(where.now, -dueIn),
    ...(resolved && {
      happened: resolved.happened,
      resolvedAt: writtenAt(where.now, resolved.ago),
      resolvedById: where.personId(resolved.by),
      resolutionNote: resolved.note,
    }),
  })
  for (const { by, ago, percent } of given) {
    const personId = where.personId(by)
    rows.probabilities.push({ claimId: id, personId, at: writtenAt(where.now, ago), percent })
  }
}
