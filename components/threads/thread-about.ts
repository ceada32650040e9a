import type { AnnotationShape } from '@/lib/annotations/contract'

/** What a thread is about, as far as it shows: a note, or a claim in a debate. */
export type ThreadAbout = Pick<
  AnnotationShape,
  'id' | 'readingId' | 'groupId' | 'author' | 'replyCount'
> & { readonly can: Pick<AnnotationShape['can'], 'reply'> }
