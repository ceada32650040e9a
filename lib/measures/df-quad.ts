// A computed view of a debate: how strong each claim is by what stands for and against it. Never called truth.

export type Weighed = {
  readonly id: string
  /** What it weighs by itself, 0 to 1. */
  readonly base: number
  readonly supporters: readonly string[]
  readonly attackers: readonly string[]
}

/**
 * The strength of each claim, 0 to 1, by DF-QuAD (Rago, Toni, Aurisicchio and Baroni, "Discontinuity-free decision support with quantitative argumentation
 * debates", KR 2016): supporters and attackers are each aggregated by the probabilistic sum `1 − Π(1−s)`; then the base score is moved
 * towards 1 by what support exceeds attack, or towards 0 by what attack exceeds support. A claim under several parents is computed once. Linear in claims and
 * links. A claim that is not there weighs nothing; claims must form no cycle (a cycle would be cut where it is met).
 */
export function dfQuad(claims: readonly Weighed[]): ReadonlyMap<string, number> {
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const strengths = new Map<string, number>()
  for (const claim of belowFirst(claims, byId)) {
    const of = (ids: readonly string[]) => together(ids.map((id) => strengths.get(id) ?? 0))
    strengths.set(claim.id, moved(claim.base, of(claim.supporters), of(claim.attackers)))
  }
  return strengths
}

function together(strengths: readonly number[]): number {
  return 1 - strengths.reduce((rest, strength) => rest * (1 - strength), 1)
}

function moved(base: number, support: number, attack: number): number {
  if (attack >= support) return base - base * (attack - support)
  return base + (1 - base) * (support - attack)
}

type Step = { readonly claim: Weighed; readonly isLeft: boolean }

// Each claim after everything below it; a walk with a stack of its own, for debates may be deep.
function belowFirst(
  claims: readonly Weighed[],
  byId: ReadonlyMap<string, Weighed>,
): readonly Weighed[] {
  const ordered: Weighed[] = []
  const met = new Set<string>()
  const stack: Step[] = claims.toReversed().map((claim) => ({ claim, isLeft: false }))
  for (let step = stack.pop(); step; step = stack.pop()) {
    const { claim, isLeft } = step
    if (isLeft) ordered.push(claim)
    if (isLeft || met.has(claim.id)) continue
    met.add(claim.id)
    stack.push({ claim, isLeft: true }, ...childrenOf(claim, byId))
  }
  return ordered
}

function childrenOf(
  { supporters, attackers }: Weighed,
  byId: ReadonlyMap<string, Weighed>,
): readonly Step[] {
  return [...supporters, ...attackers].flatMap((id) => {
    const claim = byId.get(id)
    return claim ? [{ claim, isLeft: false }] : []
  })
}
