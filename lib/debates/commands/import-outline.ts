import 'server-only'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import type { ImportShape } from '@/lib/debates/contract/debates'
import { type DebateRow, debateFor } from '@/lib/debates/queries/debates'
import { Invalid, TooLarge } from '@/lib/errors'
import { kialoLines, kialoNumbers } from '@/lib/exchange/kialo'
import { outlineLines } from '@/lib/exchange/outline'
import { type PlannedClaim, planned } from '@/lib/exchange/outline-line'
import { newId } from '@/lib/ids'
import { childRank } from '@/lib/measures/child-rank'
import { NO_VOTES } from '@/lib/measures/distribution'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { lockDebate, recountClaims } from './recount'
import { tellDebate } from './tell-debate'

const MOST_LINES = 5_000
const MOST_SHOWN = 500

type Outline = {
  readonly format: 'kialo' | 'outline'
  readonly text: string
  readonly preview: boolean
}

/**
 * Adds an outline to a debate, by whoever may arrange it and in his name; a preview only says what would be made. Lines with a problem are left out and said. Three bulk
 * inserts whatever the number of lines.
 */
export async function importOutline(
  actor: SignedIn,
  debateId: string,
  { format, text, preview }: Outline,
): Promise<ImportShape> {
  const debate = await debateFor(actor, debateId)
  authorize(actor, 'debate.arrange', debate.facts)
  const plan = planOf(format, text)
  const made = plan.filter(({ problem, sameAs }) => problem === null && sameAs === null)
  if (!preview) {
    if (made.length === 0) {
      throw new Invalid(
        'nothing-to-import',
        'No line of this can be made a claim. Nothing was saved.',
      )
    }
    await transaction((tx) => store(tx, { actor, debate, plan }))
  }
  const theses = made.filter(({ kind }) => kind === 'thesis').length
  return {
    made: !preview,
    theses,
    claims: made.length - theses,
    lines: plan.slice(0, MOST_SHOWN).map(({ depth, relation, text: words, problem }) => ({
      depth,
      relation,
      text: words,
      problem,
    })),
  }
}

function planOf(format: Outline['format'], text: string): readonly PlannedClaim[] {
  const lines = format === 'kialo' ? kialoLines(text) : outlineLines(text)
  if (lines.length > MOST_LINES) {
    throw new TooLarge(
      'too-many-claims',
      `This has more than ${MOST_LINES} lines. Split it; nothing was saved.`,
    )
  }
  if (format === 'outline') return planned(lines, (line) => line.text)
  const numbers = kialoNumbers(lines)
  return planned(lines, (_, at) => numbers[at] ?? '')
}

type Import = {
  readonly actor: SignedIn
  readonly debate: DebateRow
  readonly plan: readonly PlannedClaim[]
}

async function store(tx: Db, { actor, debate, plan }: Import): Promise<void> {
  const at = now()
  const by = actor.personId
  await lockDebate(tx, debate.id)
  const placed = placesIn(plan)
  const fresh = placed.filter(({ line }) => line.sameAs === null)
  const where = { readingId: debate.readingId, groupId: debate.groupId }
  await tx.thread.createMany({
    data: fresh.map(({ id }) => ({ id, ...where, lastPostId: id, lastActivityAt: at })),
  })
  await tx.claim.createMany({
    data: fresh.map(({ id, line: { kind, text, explanation } }) => ({
      ...{ id, kind, text, explanation },
      debateId: debate.id,
      authorId: by,
      adoptedAt: kind === 'thesis' ? at : null,
      createdAt: at,
    })),
  })
  await tx.claimLink.createMany({
    data: linkRows(placed, { debateId: debate.id, by, at }),
    skipDuplicates: true,
  })
  const parentIds = [...new Set(placed.flatMap(({ parentId }) => parentId ?? []))]
  await recountClaims(tx, { debateId: debate.id, parentIds, at })
  for (const { id } of fresh.filter(({ line }) => line.kind === 'thesis')) {
    await tellDebate(tx, debate, { kind: 'claim.added', actorId: by, subjectId: id, at })
  }
}

type Placed = { readonly id: string; readonly parentId: string | null; readonly line: PlannedClaim }

function placesIn(plan: readonly PlannedClaim[]): readonly Placed[] {
  const ids = plan.map(() => newId())
  return plan.flatMap((line, at) => {
    const id = ids[line.sameAs ?? at]
    if (line.problem !== null || id === undefined) return []
    const parentId = line.parent === null ? null : (ids[line.parent] ?? null)
    return [{ id, parentId, line }]
  })
}

// A claim that is named again below itself would hang on itself: it is left where it stands.
function linkRows(
  placed: readonly Placed[],
  { debateId, by, at }: { debateId: string; by: string; at: Date },
) {
  const parents = new Map<string, Set<string>>()
  const isAbove = (above: string, id: string): boolean =>
    above === id || [...(parents.get(id) ?? [])].some((parent) => isAbove(above, parent))
  return placed.flatMap(({ id, parentId, line: { relation, attacks } }) => {
    if (parentId === null || relation === null || isAbove(id, parentId)) return []
    parents.set(id, new Set([...(parents.get(id) ?? []), parentId]))
    const linkId = newId()
    const rank = childRank(linkId, NO_VOTES)
    const made = { madeById: by, madeAt: at, rank }
    return [{ id: linkId, debateId, parentId, childId: id, relation, attacks, ...made }]
  })
}
