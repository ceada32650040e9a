import 'server-only'
import type * as z from 'zod'
import type { Db } from '@/lib/db/client'
import type { Actor } from '@/lib/policy/actor'
import type { OutboxEvent } from './outbox'
import { type NewEvent, record } from './record'

// What a noun says about its events. The outbox and the hub know no noun: each noun declares here which kinds of event it
// records and what a listener is told of each, and lib/live.ts joins the nouns. The subjects of a batch are loaded once for
// all listeners; whether and how one listener sees them is a pure function of listener, event and what was loaded.

/** What one listener is told of an event; null when it is none of their business. Pure. */
type Tell<Loaded, Said> = (listener: Actor, event: OutboxEvent, loaded: Loaded) => Said | null

/** Whose streams an event renews: those of a person, of everybody in a group, or all on a reading. */
export type Concerned =
  | { readonly personId: string }
  | { readonly groupId: string }
  | { readonly readingId: string }

/** The subjects of a batch of events, ready to be told. */
export type Prepared = {
  readonly noun: string
  /** All that was loaded: what a listener is told depends on nothing else but the listener and the event. */
  readonly facts: unknown
  readonly tell: (listener: Actor, event: OutboxEvent) => object | null
}

export type News<Kind extends string = string, Heard extends string = string> = {
  readonly noun: string
  /** The kinds of event that this noun records. */
  readonly kinds: readonly Kind[]
  /** Kinds of other nouns that it has something to say about too. */
  readonly hears: readonly Heard[]
  /** Writes an event to the outbox, in the transaction of the change that it is about. One INSERT. */
  readonly record: (tx: Db, event: NewEvent<Kind>) => Promise<void>
  /** Loads what these events are about, as it is now. A bounded number of queries whatever their number. */
  prepare(viewer: Actor, events: readonly OutboxEvent[]): Promise<Prepared>
  /** Whose rights an event changes; null for an event that changes nobody's. */
  concerns(event: OutboxEvent): Concerned | null
  /** Whether an event is about a reading in all its groups. */
  spansGroups(event: OutboxEvent): boolean
  /** The one person whom an event is for, wherever they are; null for an event that is about a reading. */
  addressee(event: OutboxEvent): string | null
}

/** The news of a noun as the hub needs it. */
export type Broadcasts = Pick<News, 'noun' | 'prepare' | 'concerns' | 'spansGroups' | 'addressee'>

type Definition<Kind extends string, Heard extends string, Right extends string, Loaded, Said> = {
  readonly noun: string
  /** What travels beside the envelope (lib/events/message.ts); the browser parses by the same shape. */
  readonly shape: z.ZodType<Said>
  readonly load: (viewer: Actor, events: readonly OutboxEvent[]) => Promise<Loaded>
  /** Each kind of event with how it is told. */
  readonly kinds: Readonly<Record<Kind, Tell<Loaded, Said>>>
  readonly hears?: Readonly<Record<Heard, Tell<Loaded, Said>>>
  /** Whether its events are about a reading in all its groups; else they are about the group that they name. */
  readonly spansGroups?: boolean
  /** Whether its events are for the person who is their subject, and for nobody else. */
  readonly isPersonal?: boolean
  /** Kinds that are told to nobody: they change what somebody may hear. */
  readonly renews?: Readonly<Record<Right, (event: OutboxEvent) => Concerned>>
}

/** The news of a noun. */
export function news<
  Said extends object,
  Loaded,
  Kind extends string = never,
  Heard extends string = never,
  Right extends string = never,
>(definition: Definition<Kind, Heard, Right, Loaded, Said>): News<Kind | Right, Heard> {
  const { noun, load, spansGroups = false, isPersonal = false } = definition
  const tells = new Map<string, Tell<Loaded, Said>>([
    ...entries(definition.kinds),
    ...entries(definition.hears),
  ])
  const renews = new Map(entries(definition.renews))
  return {
    noun,
    kinds: [...keys(definition.kinds), ...keys(definition.renews)],
    hears: keys(definition.hears),
    record,
    concerns: (event) => renews.get(event.kind)?.(event) ?? null,
    spansGroups: ({ kind }) => spansGroups && tells.has(kind),
    addressee: ({ kind, subjectId }) => (isPersonal && tells.has(kind) ? subjectId : null),
    async prepare(viewer, events) {
      const loaded = await load(
        viewer,
        events.filter(({ kind }) => tells.has(kind)),
      )
      return {
        noun,
        facts: loaded,
        tell: (listener, event) => tells.get(event.kind)?.(listener, event, loaded) ?? null,
      }
    },
  }
}

/** Nouns side by side. What one hears of another must be recorded by somebody, or it does not pass the compiler. */
export function joinedNews<Kind extends string>(
  nouns: readonly (Broadcasts & {
    readonly kinds: readonly Kind[]
    readonly hears: readonly NoInfer<Kind>[]
  })[],
): readonly Broadcasts[] {
  return nouns
}

/** The subjects of events, each once. */
export function subjectIds(
  events: readonly OutboxEvent[],
  is: (kind: string) => boolean = () => true,
): string[] {
  return [...new Set(events.filter(({ kind }) => is(kind)).map(({ subjectId }) => subjectId))]
}

function entries<Value>(record: Readonly<Record<string, Value>> | undefined): [string, Value][] {
  return Object.entries(record ?? {})
}

function keys<Key extends string>(record: Readonly<Record<Key, unknown>> | undefined): Key[] {
  const found: Key[] = []
  for (const key in record) found.push(key)
  return found
}
