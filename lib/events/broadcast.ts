import 'server-only'
import { log } from '@/lib/log'
import { type Actor, ANONYMOUS } from '@/lib/policy/actor'
import { type Frame, frameOf } from './frame'
import type { Envelope } from './message'
import type { Broadcasts, Prepared } from './news'
import { databaseAnswers, type OutboxEvent, type ReadEvent } from './outbox'
import { idsIn, sightKey } from './sight-key'

// A batch of events, loaded once, and what each listener is told of them. One event that cannot be loaded or told never stops
// those after it: it is logged, and whoever may have missed something is told to fetch afresh.

/** What a listener is told of an event: a frame, nothing, or that nobody can say. */
export type Word = Frame | 'nothing' | 'reset'

export type Batch = {
  readonly events: readonly ReadEvent[]
  readonly tell: (listener: Actor, event: ReadEvent) => Word
}

/**
 * Loads the subjects of events. An event whose subject cannot be loaded costs nobody the others. Throws only when the database
 * does not answer.
 */
export async function broadcastOf(
  nouns: readonly Broadcasts[],
  events: readonly ReadEvent[],
): Promise<Batch> {
  const prepared = await preparedFor(nouns, events)
  const words = new Map<ReadEvent, Map<string, Word>>()
  const keys = new Map<Actor, string>()
  let ids: ReadonlySet<string> | null = null
  const keyOf = (listener: Actor) => {
    ids ??= idsIn([...new Set([...prepared.values()].flat())].map(({ facts }) => facts))
    const key = keys.get(listener) ?? sightKey(listener, ids)
    keys.set(listener, key)
    return key
  }
  const tell = (listener: Actor, event: ReadEvent): Word => {
    const known = words.get(event) ?? new Map<string, Word>()
    words.set(event, known)
    const key = keyOf(listener)
    const word = known.get(key) ?? wordOf(prepared.get(event), listener, event)
    known.set(key, word)
    return word
  }
  return { events, tell }
}

/** What a listener is told of an event, by what each noun has loaded of it. */
function wordOf(
  prepared: readonly Prepared[] | undefined,
  listener: Actor,
  event: ReadEvent,
): Word {
  if (!prepared) return 'reset'
  try {
    const said = prepared.flatMap(({ noun, tell }) => {
      const words = tell(listener, event)
      return words === null ? [] : [{ noun, ...envelopeOf(event), ...words }]
    })
    return said.length === 0 ? 'nothing' : frameOf(event.cursor, said)
  } catch (err) {
    logPoisoned(err, event)
    return 'reset'
  }
}

type Loaded = ReadonlyMap<OutboxEvent, readonly Prepared[]>

async function preparedFor(
  nouns: readonly Broadcasts[],
  events: readonly OutboxEvent[],
): Promise<Loaded> {
  try {
    const prepared = await prepare(nouns, events)
    return new Map(events.map((event) => [event, prepared]))
  } catch (err) {
    if (!(await databaseAnswers())) throw err
    return oneByOne(nouns, events)
  }
}

async function oneByOne(
  nouns: readonly Broadcasts[],
  events: readonly OutboxEvent[],
): Promise<Loaded> {
  const loaded = new Map<OutboxEvent, readonly Prepared[]>()
  for (const event of events) {
    try {
      loaded.set(event, await prepare(nouns, [event]))
    } catch (err) {
      if (!(await databaseAnswers())) throw err
      logPoisoned(err, event)
    }
  }
  return loaded
}

function prepare(
  nouns: readonly Broadcasts[],
  events: readonly OutboxEvent[],
): Promise<Prepared[]> {
  return Promise.all(nouns.map((noun) => noun.prepare(ANONYMOUS, events)))
}

function logPoisoned(err: unknown, { id, kind, subjectId }: OutboxEvent): void {
  const event = { id: String(id), kind, subjectId }
  log.error({ err, event }, 'An event could not be told: its listeners fetch afresh.')
}

function envelopeOf(event: OutboxEvent): Omit<Envelope, 'noun'> {
  const { kind, subjectId, readingId, groupId, actorId, actorName, at } = event
  const actor = actorId === null || actorName === null ? null : { id: actorId, name: actorName }
  return { kind, id: subjectId, readingId, groupId, actor, at: at.toISOString() }
}
