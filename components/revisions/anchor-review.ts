import type { AnnotationShape } from '@/lib/annotations/contract'
import type { InSentence } from '@/lib/text/sentence-around'

/** The text whose notes wait. */
export type QueueReading = {
  readonly slug: string
  readonly language: string
  readonly direction: string | null
  readonly revision: number
}

/** A note that waits. */
export type AnchorReviewItem = {
  readonly note: AnnotationShape
  /** Where it would stand, in its sentence; null where no place was found. */
  readonly now: InSentence | null
  /** The section that it stands on. */
  readonly section: string | null
  /** The shelf it stands on, by its address. */
  readonly group: string | null
}

export type AnchorChoice = 'confirmed' | 'section'
