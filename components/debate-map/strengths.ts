import type { GraphShape } from '@/lib/debates/contract/debates'
import { groupedBy } from '@/lib/grouped'
import { dfQuad } from '@/lib/measures/df-quad'

const UNKNOWN = 0.5

/** What is printed under the computed view. */
export const STRENGTH_RULE =
  'Computed, not judged: DF-QuAD. Each claim begins with the mean of the votes on its truth that you may see, or 0.5. What supports it together, 1 − Π(1 − s), moves it towards 1; what opposes it together moves it towards 0; the larger of the two decides by the difference. Qualifications, questions and assumptions do not count.'

/** How strong each claim is by what stands for and against it. */
export function strengthsOf({ nodes, edges }: GraphShape): ReadonlyMap<string, number> {
  const under = groupedBy(edges, ({ parentId }) => parentId)
  return dfQuad(
    nodes.map(({ id, mean }) => {
      const of = (relation: string) =>
        (under.get(id) ?? [])
          .filter((edge) => edge.relation === relation)
          .map(({ childId }) => childId)
      return { id, base: mean ?? UNKNOWN, supporters: of('supports'), attackers: of('opposes') }
    }),
  )
}
