// The rules of an assignment, pure: its state, and what students are told when it changes.

type Standing = { readonly publishedAt: Date | null; readonly closedAt: Date | null }

/** Draft until it is published, then published until it is closed. */
export function stateOf({ publishedAt, closedAt }: Standing): 'draft' | 'published' | 'closed' {
  if (closedAt !== null) return 'closed'
  return publishedAt === null ? 'draft' : 'published'
}

const WORDS = {
  title: 'The title',
  instructions: 'The instructions',
  sectionIds: 'The sections',
  prompts: 'The prompts',
  requiredKinds: 'The required types of notes',
  opensAt: 'When it opens',
  dueAt: 'When it is due',
  repliesUntil: 'Until when you can reply',
  lateRule: 'What happens to late work',
  steps: 'Who sees whose notes when',
  scheme: 'What counts as participation',
} as const

/** What an edit changed, in words for students. */
export function changesIn(
  edit: { readonly [term in keyof typeof WORDS]?: unknown },
): readonly string[] {
  return Object.entries(WORDS).flatMap(([field, words]) =>
    Reflect.get(edit, field) === undefined ? [] : [words],
  )
}
