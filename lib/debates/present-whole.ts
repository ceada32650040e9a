// Debates as wholes, as one viewer sees them: a graph, an overview, what was rearranged, how good forecasts were.

import { groupedBy } from '@/lib/grouped'
import { brierScore, calibration, type Settled } from '@/lib/measures/brier'
import { contested } from '@/lib/measures/contested'
import { distributionFrom, distributionOf, meanOf, votersIn } from '@/lib/measures/distribution'
import { type AnyActor, personOf } from '@/lib/policy/actor'
import type { DebateFacts } from '@/lib/policy/facts'
import { can } from '@/lib/policy/rules'
import type { ArgumentGraph } from './argument-graph'
import type { ChangeShape, GraphShape, TopologyShape } from './contract/debates'
import type { ChangeRow } from './queries/changes'
import type { DebateRow } from './queries/debates'
import type { DebateGraph, GraphNode } from './queries/graph'
import type { PointRow } from './queries/topology'
import type { SettledForecast } from './queries/voters'

const LEAST_IN_CAMP = 3

/** A graph for the map. What others hold of a claim is shown to those who voted on it; a camp only from three people on. */
export function presentGraph(
  viewer: AnyActor,
  debate: DebateRow,
  { lens, graph }: DebateGraph,
): GraphShape {
  return {
    debateId: debate.id,
    nodes: graph.nodes.map((node) => {
      const sees = can(viewer, 'votes.see', {
        debate: debate.facts,
        hasVoted: node.myTruth !== null,
        showsVoters: debate.showsVoters,
      })
      const counts = distributionFrom(node.truth)
      return {
        id: node.id,
        kind: node.kind,
        text: node.withdrawnAt === null ? node.text : '',
        voters: votersIn(counts),
        citations: node.citations,
        contested: sees ? contested(counts) : null,
        mean: sees ? meanThrough(node, lens) : null,
        forecast: node.forecast,
        open: node.open,
      }
    }),
    edges: graph.edges.map((edge) => ({ ...edge })),
  }
}

function meanThrough({ truth, through }: GraphNode, lens: DebateGraph['lens']): number | null {
  if (lens.kind === 'everyone') return shareOf(meanOf(distributionFrom(truth)))
  if (lens.kind === 'camp' && through.length < LEAST_IN_CAMP) return null
  return shareOf(meanOf(distributionOf(through)))
}

function shareOf(mean: number | null): number | null {
  return mean === null ? null : mean / 4
}

/** A graph as it is exported: what is said, by whom, and what bears on what. */
export function presentArgument({ nodes, edges }: ArgumentGraph<GraphNode>): ArgumentGraph {
  return {
    nodes: nodes.map(({ id, kind, text, explanation, authorName, createdAt, withdrawnAt }) => {
      const gone = withdrawnAt !== null
      return {
        id,
        kind,
        text: gone ? '(withdrawn)' : text,
        explanation: gone ? '' : explanation,
        authorName: gone ? null : authorName,
        createdAt: createdAt.toISOString(),
      }
    }),
    edges,
  }
}

/** What stands out in a reading; its score is told to those who voted on it. */
export function presentPoints(
  viewer: AnyActor,
  debate: DebateFacts,
  rows: readonly PointRow[],
): TopologyShape['contested'] {
  const sees = (hasVoted: boolean) =>
    can(viewer, 'votes.see', { debate, hasVoted, showsVoters: false })
  return rows.map(({ myTruth, score, ...point }) => ({
    ...point,
    score: sees(myTruth !== null) ? score : null,
  }))
}

/** How a debate was rearranged. */
export function presentChange(viewer: AnyActor, row: ChangeRow, debate: DebateRow): ChangeShape {
  const me = personOf(viewer)
  const may = can(viewer, 'change.undo', {
    debate: debate.facts,
    madeById: row.actor?.id ?? null,
  })
  return {
    id: row.id,
    kind: row.kind,
    claimId: row.claimId,
    summary: row.summary,
    by: row.actor,
    at: row.at.toISOString(),
    concernsMe: me !== null && row.concerned.includes(me),
    undone: row.undoneAt !== null,
    can: { undo: row.undoneAt === null && may },
  }
}

const BRIER_FORMULA =
  'Brier score: the mean of (p − o)² over resolved forecasts, p what one held likely when it was resolved, o = 1 if it happened, else 0. 0 is perfect, 0.25 what 50 % always scores.'

/** How good the forecasts of a group and of its people were, the best first. */
export function presentScores(settled: readonly SettledForecast[]) {
  const people = [...groupedBy(settled, ({ personId }) => personId)].map(([id, forecasts]) => ({
    ...scored(forecasts),
    person: { id, name: forecasts[0]?.name ?? '' },
  }))
  return {
    formula: BRIER_FORMULA,
    group: { ...scored(settled), person: null },
    people: people.sort((a, b) => (a.brier ?? 1) - (b.brier ?? 1)),
  }
}

function scored(forecasts: readonly Settled[]) {
  return {
    forecasts: forecasts.length,
    brier: brierScore(forecasts),
    bins: [...calibration(forecasts)],
  }
}
