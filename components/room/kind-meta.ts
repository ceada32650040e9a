// What kinds of notes there are and how each is shown: always an icon and a word, colour only besides.

import type { IconName } from '@/components/ui/icon-shapes'
import type { NoteKind } from './state'

export type KindMeta = {
  readonly kind: NoteKind
  readonly word: string
  readonly icon: IconName
  readonly className: string
}

const KINDS: Readonly<Record<NoteKind, KindMeta>> = {
  highlight: { kind: 'highlight', word: 'Highlight', icon: 'marker', className: 'is-note' },
  note: { kind: 'note', word: 'Note', icon: 'note', className: 'is-note' },
  support: { kind: 'support', word: 'Support', icon: 'support', className: 'is-support' },
  oppose: { kind: 'oppose', word: 'Oppose', icon: 'oppose', className: 'is-oppose' },
  nuance: { kind: 'nuance', word: 'Nuance', icon: 'nuance', className: 'is-nuance' },
  question: { kind: 'question', word: 'Question', icon: 'question', className: 'is-question' },
}

export function kindMeta(kind: NoteKind): KindMeta {
  return KINDS[kind]
}

/** What a written note may be, in the order of the keys 1 to 5. */
export const WRITTEN_KINDS: readonly KindMeta[] = [
  KINDS.note,
  KINDS.support,
  KINDS.oppose,
  KINDS.nuance,
  KINDS.question,
]
