import type { Actor } from '@/lib/policy/actor'

// Who are told the same. What a listener is told is a pure function of the listener and of what was loaded, and rules compare
// ids for equality and nothing else. So two listeners who differ only in ids that do not occur in what was loaded are told the
// same words: everybody who is not an author, a voter or an owner there, and has the same roles in the groups that it is about.

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/** All ids that occur in a value, however deep. O(size). */
export function idsIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value === 'string') {
    for (const [id] of value.matchAll(ID)) found.add(id)
  }
  for (const inner of partsOf(value)) idsIn(inner, found)
  return found
}

function partsOf(value: unknown): Iterable<unknown> {
  if (typeof value !== 'object' || value === null) return []
  const isList = value instanceof Map || value instanceof Set || Array.isArray(value)
  return isList ? value : Object.values(value)
}

/** The same for all listeners who are told the same of what these ids occur in. */
export function sightKey(actor: Actor, ids: ReadonlySet<string>): string {
  if (actor.kind === 'anonymous') return 'anonymous'
  // No rule asks what somebody is called.
  const { personId, name: _name, ...rights } = actor
  return JSON.stringify([ids.has(personId) ? personId : null, relevant(rights, ids)])
}

/** A value without what is about other ids than these, in one order. */
function relevant(value: unknown, ids: ReadonlySet<string>): unknown {
  if (value instanceof Date) return value.getTime()
  // Of a map the key decides: what it leads to may name known and unknown ids side by side.
  if (value instanceof Map) {
    const kept = [...value].filter(([key]) => isKnown(key, ids))
    return kept.map(([key, inner]) => JSON.stringify([key, relevant(inner, ids)])).toSorted()
  }
  if (value instanceof Set || Array.isArray(value)) {
    const kept = [...value].filter((inner) => typeof inner !== 'string' || isKnown(inner, ids))
    return kept.map((inner) => JSON.stringify(relevant(inner, ids))).toSorted()
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value).map(([key, inner]) => [key, relevant(inner, ids)])
}

function isKnown(value: unknown, ids: ReadonlySet<string>): boolean {
  return [...idsIn(value)].every((id) => ids.has(id))
}
