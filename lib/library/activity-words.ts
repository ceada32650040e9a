// The last thing that happened on a shelf, in words: "Łucja Wrona answered Yusuf Demir".

import type { AnnotationKind } from '@/lib/annotations/kind'

export type LastPost = {
  readonly author: { readonly id: string; readonly name: string }
  /** Null for a reply. */
  readonly kind: AnnotationKind | null
  /** Whose post it answers; null for a note. */
  readonly answers: { readonly id: string; readonly name: string } | null
}

const VERBS: Readonly<Record<AnnotationKind, string>> = {
  highlight: 'marked a passage',
  note: 'wrote a note',
  question: 'asked a question',
  support: 'supported a passage',
  oppose: 'opposed a passage',
  nuance: 'added a nuance',
}

/** Says what was written last and by whom, to somebody who may be one of them. */
export function activityWords(post: LastPost, viewerId: string | null): string {
  const who = post.author.id === viewerId ? 'You' : post.author.name
  if (post.answers === null) return `${who} ${post.kind === null ? 'answered' : VERBS[post.kind]}`
  return `${who} answered ${whom(post, viewerId)}`
}

function whom({ author, answers }: LastPost, viewerId: string | null): string {
  if (answers === null) return ''
  if (answers.id === author.id) return answers.id === viewerId ? 'yourself' : 'a note of their own'
  return answers.id === viewerId ? 'you' : answers.name
}
