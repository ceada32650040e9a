import type { Stance } from '@/lib/measures/stance'

/** How the map is coloured. */
export type MapMode = 'kind' | 'contest' | 'computed'

/** Through whose votes a debate is looked at. */
export type Lens = {
  readonly name: string
  readonly query: {
    readonly person?: string
    readonly camp?: Stance
    readonly thesisId?: string
  }
}

export const EVERYONE: Lens = { name: 'Votes of everyone', query: {} }

const CAMPS: Readonly<Record<Stance, string>> = {
  agree: 'Votes of those who agree',
  unsure: 'Votes of the unsure',
  disagree: 'Votes of those who disagree',
}

/** The camp of one stance on a thesis. */
export function campLens(camp: Stance, thesisId: string): Lens {
  return { name: CAMPS[camp], query: { camp, thesisId } }
}

/** One person. */
export function personLens({ id, name }: { readonly id: string; readonly name: string }): Lens {
  return { name: `Votes of ${name}`, query: { person: id } }
}
