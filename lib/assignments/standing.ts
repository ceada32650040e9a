// Where an assignment stands for somebody, in a word or two.

type Standing = {
  readonly state: 'draft' | 'published' | 'closed'
  readonly opensAt: string | null
  readonly dueAt: string | null
  readonly completion: { readonly at: string } | null
  readonly can: { readonly lead: boolean }
}

type Badge = { readonly words: string; readonly look: string }

/** The word, and the class of its badge. */
export function standingOf({ state, opensAt, dueAt, completion, can }: Standing, now: Date): Badge {
  if (state === 'draft') return { words: 'Draft', look: 'badge' }
  if (state === 'closed') return { words: 'Closed', look: 'badge' }
  if (completion !== null) return { words: 'Done', look: 'badge badge-ok' }
  if (opensAt !== null && new Date(opensAt) > now) return { words: 'Not open yet', look: 'badge' }
  const isPast = dueAt !== null && new Date(dueAt) < now
  if (isPast && can.lead) return { words: 'Past due', look: 'badge' }
  if (isPast) return { words: 'Overdue', look: 'badge badge-warn' }
  return { words: 'Open', look: 'badge badge-accent' }
}
