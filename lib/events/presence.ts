import 'server-only'

// Who is here, in which section, writing in which thread. Lives in the process that holds the stream, is never recorded and
// never replayed: a connection that ends takes its person with it.

export type PersonHere = {
  readonly id: string
  readonly name: string
  readonly sectionId: string | null
  readonly typingIn: string | null
}

type Connection = { readonly room: string; readonly changed: () => void; person: PersonHere }

declare global {
  var colloquyPresence: Map<string, Connection> | undefined
}

// Next may load this module more than once in a process: the room must still be one.
function connections(): Map<string, Connection> {
  globalThis.colloquyPresence ??= new Map()
  return globalThis.colloquyPresence
}

/** The room of a reading in a group, or of the reading outside any. */
export function roomOf(readingId: string, groupId: string | null): string {
  return `${readingId}/${groupId ?? ''}`
}

/** A person enters with an open stream; `changed` is called whenever the people in the room change. Returns how to leave. */
export function enter(
  connection: string,
  { room, person, changed }: { room: string; person: PersonHere | null; changed: () => void },
): () => void {
  if (person) connections().set(connection, { room, person, changed })
  tell(room)
  return () => {
    connections().delete(connection)
    tell(room)
  }
}

/** A person who is here moves or writes. Says nothing when there is no such connection of his. */
export function announce(
  personId: string,
  { connection, sectionId, typingIn }: { connection: string } & Omit<PersonHere, 'id' | 'name'>,
): void {
  const found = connections().get(connection)
  if (!found || found.person.id !== personId) return
  found.person = { ...found.person, sectionId, typingIn }
  tell(found.room)
}

/** The group in whose room a connection is; null for one outside any, or that is not there. */
export function groupOfConnection(connection: string): string | null {
  const [, groupId] = connections().get(connection)?.room.split('/') ?? []
  return groupId || null
}

/** The people in a room, each once, in the order they came. A person with two windows is where he moved last. */
export function peopleIn(room: string): readonly PersonHere[] {
  const people = new Map<string, PersonHere>()
  for (const { room: theirs, person } of connections().values()) {
    if (theirs === room) people.set(person.id, person)
  }
  return [...people.values()]
}

function tell(room: string): void {
  for (const connection of connections().values()) {
    if (connection.room === room) connection.changed()
  }
}
