// Values by a JSON schema, most of them as it wants them and some as an attacker or a broken program sends them.

import type { Random } from './random'
import samples from './samples.json' with { type: 'json' }

/** Ids of what there is, by noun in the plural as addresses have it. */
export class KnownIds {
  readonly #byNoun = new Map<string, string[]>()

  add(noun: string, id: string): void {
    const ids = this.#byNoun.get(noun) ?? []
    this.#byNoun.set(noun, ids)
    if (ids.length < MOST_IDS) ids.push(id)
  }

  /** Mostly one of this noun, now and then one of anything. */
  pick(noun: string, random: Random): string {
    const own = this.#byNoun.get(noun)
    return random.pick(own && random.chance(0.85) ? own : [...this.#byNoun.values()].flat())
  }
}

const MOST_IDS = 100

/** What of JSON Schema the API's document uses. */
export type Schema = {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
}

export type Making = {
  readonly random: Random
  readonly ids: KnownIds
  /** How likely each value is not what its schema wants, 0 to 1. */
  readonly malice: number
}

/** A value for a schema. `name` is the property's. */
export function valueFor(schema: Schema, making: Making, name = ''): unknown {
  const { random, malice } = making
  if (random.chance(malice)) return hostileValue(making)
  if (schema.const !== undefined) return schema.const
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return valueFor(random.pick(choices), making, name)
  if (schema.enum) return random.pick(schema.enum)
  return typedValue(schema, making, name)
}

function typedValue(schema: Schema, making: Making, name: string): unknown {
  const { random } = making
  switch (Array.isArray(schema.type) ? random.pick<string>(schema.type) : schema.type) {
    case 'object':
      return objectFor(schema, making)
    case 'array':
      return Array.from({ length: random.below(4) }, () =>
        valueFor(schema.items ?? {}, making, name),
      )
    case 'integer':
    case 'number':
      return numberFor(schema, random)
    case 'boolean':
      return random.chance(0.5)
    case 'null':
      return null
    case 'string':
      return stringFor(schema, making, name)
    default:
      return hostileValue(making)
  }
}

function objectFor({ properties = {}, required = [] }: Schema, making: Making) {
  const { random } = making
  const entries = Object.entries(properties)
    .filter(([key]) => random.chance(required.includes(key) ? 0.98 : 0.5))
    .map(([key, schema]) => [key, valueFor(schema, making, key)])
  return Object.fromEntries(entries)
}

function numberFor({ minimum = 0, maximum = 1_000 }: Schema, random: Random): number {
  if (random.chance(0.1)) return random.pick(NUMBERS)
  return minimum + random.below(Math.min(maximum - minimum + 1, 20))
}

function stringFor({ maxLength = 1_000 }: Schema, making: Making, name: string): string {
  const { random, ids } = making
  if (/id$/i.test(name) && random.chance(0.9))
    return ids.pick(`${name.replace(/Id$/, '')}s`, random)
  if (random.chance(0.6)) return random.pick(PLAIN).slice(0, maxLength)
  return random.pick(TEXTS).slice(0, maxLength)
}

/** Anything that no schema asks for. */
export function hostileValue({ random, ids }: Making): unknown {
  return random.pick<() => unknown>([
    () => random.pick(TEXTS),
    () => random.pick(NUMBERS),
    () => ids.pick('', random),
    () => random.pick(CURSORS),
    () => null,
    () => [],
    () => ({}),
    () => [[random.pick(TEXTS)]],
    () => ({ type: 'doc', content: [{ type: 'text', text: random.pick(TEXTS) }] }),
    () => JSON.parse(random.pick(samples.bodies)),
    () => nested(random.pick([5, 50, 95, 300])),
    () =>
      random
        .pick(TEXTS)
        .repeat(random.pick([1, 10, 1_000]))
        .slice(0, 30_000),
  ])()
}

function nested(depth: number): unknown {
  let value: unknown = 'deep'
  for (let at = 0; at < depth; at++) value = at % 2 === 0 ? [value] : { content: value }
  return value
}

const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url')

export const CURSORS: readonly string[] = [
  cursor([1]),
  cursor(['x']),
  cursor(['\0']),
  cursor([9e15]),
  cursor([-2_147_483_649, 'x']),
  cursor(['0190c0de-0000-7000-8000-000000000000']),
  cursor([1e300, '0190c0de-0000-7000-8000-000000000000']),
  cursor({ a: 1 }),
  'nonsense',
  '',
]

const NUMBERS: readonly number[] = [
  0, -1, 0.5, 2_147_483_647, 2_147_483_648, 4_294_967_296, 9_007_199_254_740_991, 1e308, -1e308,
]

const PLAIN: readonly string[] = [
  'A thought.',
  'the driver',
  'en',
  '1',
  'https://example.org/a?b=c',
  'somebody@example.org',
  '2026-01-01T00:00:00.000Z',
  '# A heading\n\nAnd *words* under it.',
]

export const TEXTS: readonly string[] = [
  ...samples.texts,
  '\0',
  'a\0b',
  '\uD800',
  'x\uDFFF',
  '%',
  '%ff',
  '%00',
  '..%2f..%2fetc',
  "'; DROP TABLE people; --",
  '\\',
  '{"a":1}',
  '2147483648',
  '999999999999999999999999',
  '__proto__',
  'constructor',
  'toString',
]
