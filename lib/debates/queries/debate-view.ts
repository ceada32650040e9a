import 'server-only'
import { now } from '@/lib/clock'
import type { Relation } from '@/lib/debates/claim'
import { NotFound } from '@/lib/errors'
import type { StanceSummary } from '@/lib/measures/stance'
import type { AnyActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/rules'
import { type ClaimRow, withSurroundings } from './around-claims'
import type { FlatClaim } from './claim-rows'
import { BY_RANK, firstChildren, thesesOf } from './claims'
import type { DebateRow } from './debates'
import { stancesOf } from './subjects'

export const COLUMNS = [
  'supports',
  'opposes',
  'qualifies',
  'asks',
  'assumes',
] as const satisfies readonly Relation[]

/** How many of each column stand on the first screen. */
const EACH = 6

export type Column = {
  readonly relation: Relation
  readonly count: number
  readonly items: readonly ClaimRow[]
  readonly nextCursor: string | null
}

export type DebateView = {
  readonly debate: DebateRow
  readonly theses: readonly ClaimRow[]
  readonly thesis: ClaimRow | null
  /** How people stand on it; null until the actor has said where he stands. */
  readonly stances: StanceSummary | null
  readonly columns: readonly Column[]
  readonly answers: readonly ClaimRow[]
}

/**
 * The first screen of a debate that the actor was seen to see: its theses, the first of each column of one of them, and the first answer to
 * each. Seven queries, each bounded, whatever the size of the debate. Throws NotFound for a thesis that is none of it.
 */
export async function debateView(
  actor: AnyActor,
  debate: DebateRow,
  thesisId?: string,
): Promise<DebateView> {
  const theses = await thesesOf(actor, debate.id)
  const chosen = chosenThesis(theses, thesisId)
  const first = chosen
    ? await firstChildren(actor, [chosen.id], { relations: COLUMNS, each: EACH + 1 })
    : []
  const shown = COLUMNS.flatMap((relation) => within(first, relation).slice(0, EACH))
  const answers = await firstChildren(
    actor,
    shown.map(({ id }) => id),
    { relations: ['opposes', 'supports'], each: 1 },
  )
  const [rows, stances] = await Promise.all([
    withSurroundings([...theses, ...shown, ...answers], now()),
    chosen && seesStances(actor, debate, chosen) ? stancesOf(chosen.id) : null,
  ])
  const rowOf = (flat: FlatClaim) =>
    rows.find(({ id, linkId }) => id === flat.id && linkId === flat.linkId)
  const full = (flats: readonly FlatClaim[]) => flats.flatMap((flat) => rowOf(flat) ?? [])
  return {
    debate,
    theses: full(theses),
    thesis: (chosen && rowOf(chosen)) ?? null,
    stances,
    columns: COLUMNS.map((relation) => columnOf(relation, within(first, relation), chosen, full)),
    answers: full(answers),
  }
}

function seesStances(actor: AnyActor, { facts }: DebateRow, { myStance }: FlatClaim): boolean {
  const hasGiven = myStance !== null
  return can(actor, 'stances.see', { debate: facts, hasGiven, settled: false })
}

function chosenThesis(theses: readonly FlatClaim[], thesisId?: string): FlatClaim | null {
  if (thesisId === undefined) return theses.find(({ adoptedAt }) => adoptedAt !== null) ?? null
  const named = theses.find(({ id }) => id === thesisId)
  if (!named) throw new NotFound()
  return named
}

function within(rows: readonly FlatClaim[], relation: Relation): readonly FlatClaim[] {
  return rows.filter((row) => row.relation === relation)
}

function columnOf(
  relation: Relation,
  found: readonly FlatClaim[],
  thesis: FlatClaim | null,
  full: (flats: readonly FlatClaim[]) => readonly ClaimRow[],
): Column {
  const items = found.slice(0, EACH)
  const last = items.at(-1)
  const more = found.length > EACH && last
  return {
    relation,
    count: thesis ? thesis[COUNTED[relation]] : 0,
    items: full(items),
    nextCursor: more ? BY_RANK.encode([last.rank ?? 0, last.linkId ?? '']) : null,
  }
}

const COUNTED = {
  supports: 'supports',
  opposes: 'opposes',
  qualifies: 'qualifies',
  asks: 'questions',
  assumes: 'assumptions',
} as const satisfies Record<Relation, keyof FlatClaim>
