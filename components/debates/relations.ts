// How a claim bears on another is shown: always an icon and a word, colour only besides.

import type { IconName } from '@/components/ui/icon-shapes'
import type { Aspect, ClaimKind, Relation } from '@/lib/debates/claim'
import type { Stance } from '@/lib/measures/stance'

export type RelationMeta = {
  readonly word: string
  /** What it does, in the third person. */
  readonly does: string
  readonly icon: IconName
  readonly className: string
}

const RELATIONS_SHOWN: Readonly<Record<Relation, RelationMeta>> = {
  supports: { word: 'Support', does: 'supports', icon: 'support', className: 'is-support' },
  opposes: { word: 'Oppose', does: 'opposes', icon: 'oppose', className: 'is-oppose' },
  qualifies: { word: 'Qualify', does: 'qualifies', icon: 'nuance', className: 'is-nuance' },
  asks: { word: 'Questions', does: 'asks', icon: 'question', className: 'is-question' },
  assumes: { word: 'Assumptions', does: 'is assumed', icon: 'note', className: 'is-note' },
}

export function relationMeta(relation: Relation): RelationMeta {
  return RELATIONS_SHOWN[relation]
}

/** The kind of a thing that bears on another like that. */
export function kindOf(relation: Relation): Exclude<ClaimKind, 'thesis'> {
  if (relation === 'asks') return 'question'
  return relation === 'assumes' ? 'assumption' : 'claim'
}

/** What a claim disputes, for the line above it. */
export function disputes(attacks: Aspect): string {
  return `Disputes the ${attacks}`
}

const STANCES_SHOWN: Readonly<Record<Stance, RelationMeta>> = {
  agree: { word: 'Agree', does: 'agrees', icon: 'support', className: 'is-support' },
  unsure: { word: 'Unsure', does: 'is unsure', icon: 'nuance', className: 'is-nuance' },
  disagree: { word: 'Disagree', does: 'disagrees', icon: 'oppose', className: 'is-oppose' },
}

export function stanceMeta(stance: Stance): RelationMeta {
  return STANCES_SHOWN[stance]
}
