import { bridge } from '@/lib/measures/bridge'
import { contested } from '@/lib/measures/contested'
import { distributionFrom, votersIn } from '@/lib/measures/distribution'
import { type AnyActor, personOf } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import { endorsementsNeeded } from './claim'
import type { BarShape } from './contract/bar'
import type { DebateShape } from './contract/debates'
import type { ClaimShape, EvidenceShape, ForecastShape, VotesShape } from './contract/shapes'
import type { ClaimRow, EvidenceRow, ForecastRow } from './queries/around-claims'
import { claimFacts } from './queries/claims'
import type { DebateView } from './queries/debate-view'
import type { DebateRow } from './queries/debates'

/** A claim as one viewer sees it. What others voted is shown to those who voted; a withdrawn claim keeps its place, not its words. */
export function presentClaim(viewer: AnyActor, row: ClaimRow, debate: DebateRow): ClaimShape {
  const gone = row.withdrawnAt !== null
  const counts = distributionFrom(row.truth)
  const sees = maySee(viewer, debate, row.myTruth)
  return {
    id: row.id,
    debateId: row.debateId,
    kind: row.kind,
    text: gone ? '' : row.text,
    explanation: gone ? '' : row.explanation,
    author: gone ? null : { id: row.authorId, name: row.authorName },
    adopted: row.adoptedAt !== null,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    withdrawn: gone,
    archived: row.archivedAt !== null,
    mergedIntoId: row.mergedIntoId,
    place: placeOf(viewer, row, debate),
    parents: row.parents,
    truth: presentVotes(row.truth, row.myTruth, sees),
    contested: sees ? contested(counts) : null,
    bridge: sees ? bridge(row.camps) : null,
    below: {
      supports: row.supports,
      opposes: row.opposes,
      qualifies: row.qualifies,
      asks: row.questions,
      assumes: row.assumptions,
    },
    evidence: gone ? [] : row.evidence.map((each) => presentEvidence(viewer, each, row, debate)),
    forecast: row.forecast && presentForecast(viewer, row.forecast, row, debate),
    stance: stanceOf(row),
    endorsements:
      row.kind === 'thesis' ? { count: row.endorsements, mine: row.endorsedByMe } : null,
    replyCount: row.replyCount,
    lastPostId: row.lastPostId,
    resolved: row.resolvedAt !== null,
    fromNote: row.fromNote,
    can: rightsOn(viewer, row, debate),
  }
}

function maySee(viewer: AnyActor, debate: DebateRow, mine: number | null): boolean {
  const { showsVoters, facts } = debate
  return can(viewer, 'votes.see', { debate: facts, hasVoted: mine !== null, showsVoters })
}

function presentVotes(stored: readonly number[], mine: number | null, sees: boolean): VotesShape {
  const counts = distributionFrom(stored)
  return { mine, voters: votersIn(counts), counts: sees ? [...counts] : null }
}

function placeOf(viewer: AnyActor, row: ClaimRow, debate: DebateRow): ClaimShape['place'] {
  const { linkId, parentId, relation, attacks, relevance, myRelevance } = row
  if (linkId === null || parentId === null || relation === null) return null
  const sees = maySee(viewer, debate, myRelevance)
  return {
    ...{ linkId, parentId, relation, attacks },
    relevance: presentVotes(relevance ?? [], myRelevance, sees),
  }
}

function stanceOf({ myOpening, myStance, myStanceAt }: ClaimRow): ClaimShape['stance'] {
  if (myOpening === null || myStance === null || myStanceAt === null) return null
  return { opening: myOpening, now: myStance, changedAt: myStanceAt.toISOString() }
}

function presentEvidence(
  viewer: AnyActor,
  row: EvidenceRow,
  claim: ClaimRow,
  debate: DebateRow,
): EvidenceShape {
  const facts = { addedById: row.addedById, claim: claimFacts(claim, debate) }
  return {
    id: row.id,
    passage: passageIn(viewer, row, debate),
    source:
      row.url === null
        ? null
        : {
            url: row.url,
            title: row.title ?? row.url,
            accessedOn: row.accessedOn?.toISOString().slice(0, 10) ?? null,
          },
    can: { remove: can(viewer, 'evidence.remove', facts) },
  }
}

function passageIn(
  viewer: AnyActor,
  row: EvidenceRow,
  debate: DebateRow,
): EvidenceShape['passage'] {
  const { reading, exact, start, end, revisionId, section } = row
  if (!reading || exact === null || start === null || end === null || revisionId === null)
    return null
  const elsewhere = reading.id !== debate.readingId
  if (elsewhere && !can(viewer, 'reading.see', reading)) return null
  const there = section?.revisions.find((each) => each.revisionId === revisionId)
  return {
    readingId: reading.id,
    readingSlug: reading.slug,
    readingTitle: reading.title,
    exact,
    prefix: row.prefix ?? '',
    suffix: row.suffix ?? '',
    start,
    end,
    revisionId,
    former: reading.currentRevisionId === revisionId ? null : (row.revision?.number ?? null),
    section: there?.ordinal ?? null,
    elsewhere,
  }
}

function presentForecast(
  viewer: AnyActor,
  row: ForecastRow,
  claim: ClaimRow,
  debate: DebateRow,
): ForecastShape {
  const facts = claimFacts(claim, debate)
  const me = personOf(viewer)
  const mine = row.given.get(me ?? '') ?? []
  const settled = row.resolvedAt !== null
  const sees = can(viewer, 'forecasts.see', {
    debate: debate.facts,
    hasGiven: mine.length > 0,
    settled,
  })
  return {
    question: row.question,
    criteria: row.criteria,
    dueOn: row.dueOn.toISOString().slice(0, 10),
    people: row.given.size,
    mine: mine.map(({ at, percent }) => ({ at: at.toISOString(), percent })),
    line: sees ? [...row.line] : null,
    resolution:
      row.resolvedAt === null || row.happened === null
        ? null
        : {
            happened: row.happened,
            at: row.resolvedAt.toISOString(),
            by: row.resolvedByName,
            note: row.resolutionNote,
          },
    can: {
      give: row.resolvedAt === null && can(viewer, 'forecast.give', facts),
      resolve: row.resolvedAt === null && can(viewer, 'forecast.resolve', facts),
    },
  }
}

function rightsOn(viewer: AnyActor, row: ClaimRow, debate: DebateRow): ClaimShape['can'] {
  const facts = claimFacts(row, debate)
  const isOpen = row.archivedAt === null
  const argues = isOpen && can(viewer, 'claim.add', debate.facts)
  const isOpenQuestion = isOpen && row.kind === 'question'
  const thread = {
    lockedAt: null,
    annotation: null,
    claim: { isOpenQuestion, debate: debate.facts },
  }
  const proposed = row.kind === 'thesis' && row.adoptedAt === null
  const hasVoted = row.myTruth !== null
  const votes = { debate: debate.facts, hasVoted, showsVoters: debate.showsVoters }
  return {
    answer: argues,
    reply: can(viewer, 'thread.reply', thread),
    resolve: can(viewer, 'thread.resolve', thread),
    vote: isOpen && row.kind !== 'question' && can(viewer, 'claim.vote', facts),
    cite: isOpen && can(viewer, 'claim.cite', facts),
    edit: isOpen && can(viewer, 'claim.edit', facts),
    withdraw: isOpen && can(viewer, 'claim.withdraw', facts),
    move: isOpen && row.kind !== 'thesis' && can(viewer, 'claim.move', facts),
    arrange: isOpen && row.kind !== 'thesis' && can(viewer, 'debate.arrange', debate.facts),
    adopt: proposed && can(viewer, 'thesis.set', debate.facts),
    endorse: proposed && can(viewer, 'thesis.endorse', debate.facts),
    forecast: isOpen && row.forecast === null && can(viewer, 'forecast.ask', facts),
    seeNames: can(viewer, 'votes.seeNames', votes),
  }
}

/** What the bar below a section says. */
export function presentBar(row: DebateRow): BarShape {
  const { id, sectionId, thesis, stances } = row
  const { theses, claims, supports, opposes, qualifies, openQuestions } = row
  return {
    ...{ id, sectionId, thesis, stances },
    ...{ theses, claims, supports, opposes, qualifies, openQuestions },
  }
}

/** The first screen of a debate. */
export function presentDebate(viewer: AnyActor, view: DebateView, writers: number): DebateShape {
  const { debate, thesis, stances } = view
  const claims = (rows: readonly ClaimRow[]) => rows.map((row) => presentClaim(viewer, row, debate))
  const { id, readingId, groupId, sectionId, showsVoters } = debate
  return {
    ...{ id, readingId, groupId, sectionId, showsVoters },
    bar: presentBar(debate),
    theses: claims(view.theses),
    thesisId: thesis?.id ?? null,
    stances: stances && { ...stances, opening: { ...stances.opening }, now: { ...stances.now } },
    columns: view.columns.map(({ items, ...column }) => ({ ...column, items: claims(items) })),
    answers: claims(view.answers),
    endorsementsNeeded: endorsementsNeeded(writers),
    can: {
      argue: can(viewer, 'claim.add', debate.facts),
      setThesis: can(viewer, 'thesis.set', debate.facts),
      arrange: can(viewer, 'debate.arrange', debate.facts),
      takeStance: can(viewer, 'stance.take', debate.facts),
    },
  }
}
