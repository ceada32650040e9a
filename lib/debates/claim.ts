// What stands in a debate and how one thing bears on another. Pure.

import { Invalid } from '@/lib/errors'

export const CLAIM_KINDS = ['thesis', 'claim', 'question', 'assumption'] as const
export type ClaimKind = (typeof CLAIM_KINDS)[number]

/** How a claim bears on its parent. Questions ask and assumptions underlie: they count neither for nor against. */
export const RELATIONS = ['supports', 'opposes', 'qualifies', 'asks', 'assumes'] as const
export type Relation = (typeof RELATIONS)[number]

/** What an opposing claim says is wrong: the fact; the inference (even if true, it does not follow); the framing; the forecast. */
export const ASPECTS = ['fact', 'inference', 'framing', 'forecast'] as const
export type Aspect = (typeof ASPECTS)[number]

export const TEXT_MAXIMUM = 500
export const EXPLANATION_MAXIMUM = 5_000

/** How a kind may bear on a parent; a thesis has none. */
export function relationsOf(kind: ClaimKind): readonly Relation[] {
  switch (kind) {
    case 'thesis':
      return []
    case 'claim':
      return ['supports', 'opposes', 'qualifies']
    case 'question':
      return ['asks']
    case 'assumption':
      return ['assumes']
  }
}

/** Throws Invalid when a thing of this kind cannot bear on a parent like that, or an attack does not say on what. */
export function requireRelation(kind: ClaimKind, relation: Relation, attacks: Aspect | null): void {
  if (!relationsOf(kind).includes(relation)) {
    throw new Invalid(
      'relation',
      `A ${kind} cannot be linked as one that ${relation}. Nothing was saved.`,
    )
  }
  if (relation === 'opposes' && attacks === null) {
    throw new Invalid(
      'attacks',
      'Say what this opposes: the fact, the inference, the framing or the forecast. Your text is not lost.',
    )
  }
  if (relation !== 'opposes' && attacks !== null) {
    throw new Invalid('attacks', 'Only an opposing claim attacks something. Nothing was saved.')
  }
}

/** A statement as it is kept: one line, NFC, without space around it. Throws Invalid when nothing or too much is left. */
export function statement(text: string): string {
  const clean = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (clean === '') throw new Invalid('empty-text', 'A claim needs some words.')
  if (clean.length > TEXT_MAXIMUM) {
    throw new Invalid(
      'too-long',
      `A claim is one statement of at most ${TEXT_MAXIMUM} characters. Put the rest into its explanation; your text is not lost.`,
    )
  }
  return clean
}

const SENTENCE_END = /(?<=[.!?…])\s+/u

/** A longer text as a statement and an explanation: the first sentence that fits, and what is left of it. */
export function statementFrom(text: string): {
  readonly text: string
  readonly explanation: string
} {
  const clean = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (clean.length <= TEXT_MAXIMUM) return { text: clean, explanation: '' }
  const [first = ''] = clean.split(SENTENCE_END)
  if (first.length <= TEXT_MAXIMUM) {
    return { text: first, explanation: clean.slice(first.length).trim() }
  }
  const cut = clean.lastIndexOf(' ', TEXT_MAXIMUM - 1)
  return { text: `${clean.slice(0, cut > 0 ? cut : TEXT_MAXIMUM - 1)}…`, explanation: clean }
}

/** How a claim is said to bear on its parent, from the kind of a note that becomes one. */
export function relationFromNote(kind: string): Relation | null {
  if (kind === 'support') return 'supports'
  if (kind === 'oppose') return 'opposes'
  if (kind === 'nuance') return 'qualifies'
  return kind === 'question' ? 'asks' : null
}

/** How many people of a group must want a proposed thesis before it stands: a third, but three at least, or all of a smaller group. */
export function endorsementsNeeded(writers: number): number {
  return Math.max(1, Math.min(writers, Math.max(3, Math.ceil(writers / 3))))
}
