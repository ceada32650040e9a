import 'server-only'
import { log } from '@/lib/log'
import { type Actor, ANONYMOUS } from '@/lib/policy/actor'
import { type Frame, frameOf } from './frame'
import type { Envelope } from './message'
import type { Broadcasts, Prepared } from './news'
import { databaseAnswers, type OutboxEvent } from './outbox'

// A batch of events, loaded once, and what each listener is told of them. One event that cannot be loaded or told never stops
// those after it: it is logged, and whoever may have missed something is told to fetch afresh.

/** What a listener is told of an event: a frame, nothing, or that nobody can say. */
export type Word = Frame | 'nothing' | 'reset'

export type Batch = {
  readonly events: readonly OutboxEvent[]
  readonly tell: (listener: Actor, event: OutboxEvent) => Word
}

/**
 * Loads the subjects of events. An event whose subject cannot be loaded costs nobody the others. Throws only when the database
 * does not answer.
 */
export async function broadcastOf(
  nouns: readonly Broadcasts[],
  events: readonly OutboxEvent[],
): Promise<Batch> {
  const prepared = await preparedFor(nouns, events)
  const failed = new Set<OutboxEvent>()
  const tell = (listener: Actor, event: OutboxEvent): Word => {
    const mine = prepared.get(event)
    if (!mine) return 'reset'
    try {
      const said = mine.flatMap(({ noun, tell: told }) => {
        const words = told(listener, event)
        return words === null ? [] : [{ noun, ...envelopeOf(event), ...words }]
      })
      return said.length === 0 ? 'nothing' : frameOf(event, said)
    } catch (err) {
      if (!failed.has(event)) logPoisoned(err, event)
      failed.add(event)
      return 'reset'
    }
  }
  return { events, tell }
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
