// Whom an event concerns, and why. One event makes one notice for a person whatever reasons there are: the strongest one says
// what they are told. Nobody is told of what they did themselves. Who may see what it is about is asked by policy, apart.

/** Why somebody may want to be told; the first that holds is what they are told. */
export const REASONS = [
  'mentioned',
  'answered',
  'author',
  'participant',
  'thread',
  'debate',
  'section',
  'person',
  'reading',
  'group',
] as const
export type Reason = (typeof REASONS)[number]

/** How much somebody is told of a group: all of it, what concerns them, nothing. */
export type GroupLevel = 'all' | 'mine' | 'none'

/** One reason to tell a person, or one thing that they muted. */
export type Watcher = {
  readonly personId: string
  readonly reason: Reason
  readonly isMuted: boolean
  readonly level: GroupLevel
}

export type Recipient = { readonly personId: string; readonly reason: Reason }

// What is said to a person by name reaches them also where they asked for quiet; a group that they silenced does not.
const DIRECT: ReadonlySet<Reason> = new Set<Reason>(['mentioned', 'answered'])
const OF_ALL: ReadonlySet<Reason> = new Set<Reason>(['group'])

/** Who is told of an event, each once, in the order of the watchers. */
export function recipients(
  { actorId }: { readonly actorId: string | null },
  watchers: readonly Watcher[],
): readonly Recipient[] {
  const people = new Map<string, Watcher[]>()
  for (const watcher of watchers) {
    people.set(watcher.personId, [...(people.get(watcher.personId) ?? []), watcher])
  }
  return [...people].flatMap(([personId, own]) => {
    const reason = personId === actorId ? null : reasonFor(own)
    return reason === null ? [] : [{ personId, reason }]
  })
}

function reasonFor(own: readonly Watcher[]): Reason | null {
  if (own.some(({ level }) => level === 'none')) return null
  const muted = own.filter(({ isMuted }) => isMuted).map(({ reason }) => reason)
  const holds = new Set(own.filter(isWanted).map(({ reason }) => reason))
  const reason = REASONS.find((each) => holds.has(each))
  if (reason === undefined) return null
  return DIRECT.has(reason) || !isSilenced(reason, muted) ? reason : null
}

function isWanted({ reason, isMuted, level }: Watcher): boolean {
  return !isMuted && (level === 'all' || !OF_ALL.has(reason))
}

// To mute a thing silences what is wider; a thread that somebody watches speaks in a reading that they muted.
function isSilenced(reason: Reason, muted: readonly Reason[]): boolean {
  return muted.some((each) => each === 'person' || REASONS.indexOf(each) <= breadth(reason))
}

function breadth(reason: Reason): number {
  const own = reason === 'author' || reason === 'participant'
  return REASONS.indexOf(own ? 'reading' : reason)
}
