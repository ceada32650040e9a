// What kinds of annotations there are, once for rules, rows and wire. The database knows them as the enum "AnnotationKind".

export const ANNOTATION_KINDS = [
  'highlight',
  'note',
  'question',
  'support',
  'oppose',
  'nuance',
] as const

export type AnnotationKind = (typeof ANNOTATION_KINDS)[number]

const WORDY: ReadonlySet<AnnotationKind> = new Set(['note', 'question'])

/** Whether an annotation of this kind has to say something; the others may be a bare mark. */
export function needsWords(kind: AnnotationKind): boolean {
  return WORDY.has(kind)
}
