// What somebody is told, sorted by what it is to them.

/** Each view by how the kinds of its notices begin; what begins like none of them is `other`. */
export const KINDS_BY_VIEW = {
  mentions: ['post.mentioned'],
  replies: ['post.answered'],
  threads: ['thread.', 'post.watched', 'note.'],
  assignments: ['assignment.', 'grade.'],
} as const

type NamedView = keyof typeof KINDS_BY_VIEW

/** The view in which a notice of a kind is found. */
export function viewOf(kind: string): NamedView | 'other' {
  for (const view of ['mentions', 'replies', 'threads', 'assignments'] as const) {
    if (KINDS_BY_VIEW[view].some((start) => kind.startsWith(start))) return view
  }
  return 'other'
}
