import type { AnnotationShape } from '@/lib/annotations/contract'

/** What may be done with a note that is still on its way, or gone: nothing. */
export const NO_RIGHTS: AnnotationShape['can'] = {
  edit: false,
  delete: false,
  restore: false,
  reply: false,
  resolve: false,
  react: false,
  flag: false,
  place: false,
  promote: false,
}
