// Requests to every operation of an OpenAPI document. A new operation is in the document and so in here.

import { CURSORS, hostileValue, type Making, type Schema, TEXTS, valueFor } from './values'

type Parameter = { readonly name: string; readonly in: string; readonly schema?: Schema }

type Described = {
  readonly operationId?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content?: Readonly<Record<string, { schema?: Schema }>> }
}

export type Operation = {
  readonly method: string
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly body: Schema | null
  readonly mediaType: string | null
}

export type Sent = {
  readonly method: string
  /** With the query, from the API's root. */
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

const METHODS: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete'])

/** The operations of a document. */
export function operationsOf(paths: Readonly<Record<string, object>>): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.has(method))
      .map(([method, described]) => operationOf(method.toUpperCase(), path, described)),
  )
}

function operationOf(method: string, path: string, described: Described): Operation {
  const [[mediaType, { schema }] = [null, {}]] = Object.entries(
    described.requestBody?.content ?? {},
  )
  const { parameters = [] } = described
  return { method, path, parameters, body: schema ?? null, mediaType }
}

/** One request to an operation, more or less as it wants it. */
export function requestTo(operation: Operation, making: Making): Sent {
  const { random } = making
  const address = addressFor(operation, making)
  const headers: Record<string, string> = {}
  if (random.chance(0.05)) headers['idempotency-key'] = random.pick(['a', 'b', 'x'.repeat(300)])
  if (random.chance(0.05))
    headers['last-event-id'] = random.pick(['1', '0-0', '99999999999-1', 'x'])
  if (random.chance(0.03)) headers.origin = random.pick(['https://evil.example', 'null', '::'])
  if (operation.body === null) return { method: operation.method, address, headers, body: null }
  headers['content-type'] = operation.mediaType ?? 'application/json'
  if (random.chance(0.05)) headers['content-type'] = random.pick(TYPES)
  return { method: operation.method, address, headers, body: bodyFor(operation.body, making) }
}

const TYPES = ['text/plain', 'multipart/form-data; boundary=x', 'image/png', 'application/pdf']

function bodyFor(schema: Schema, making: Making): string {
  const { random } = making
  if (random.chance(0.03)) return random.pick(TEXTS).toWellFormed()
  if (random.chance(0.03)) return '['.repeat(random.pick([10, 200, 20_000]))
  const value = valueFor(schema, making)
  return typeof value === 'string' && schema.type === 'string' ? value : JSON.stringify(value)
}

function addressFor({ path, parameters }: Operation, making: Making): string {
  const filled = path.replace(
    /(\w[\w-]*)\/\{\+?(\w+)\}/g,
    (_, noun: string, name: string) => `${noun}/${segmentFor(noun, name, making)}`,
  )
  const query = parameters
    .filter((one) => one.in === 'query' && making.random.chance(0.4))
    .map(({ name, schema = {} }) => `${name}=${queryValue(name, schema, making)}`)
  if (making.random.chance(0.03)) query.push(`${making.random.pick(UNASKED)}=1`)
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled
}

const UNASKED = ['__proto__', 'a[b]', 'a[]', 'cursor', '%00', 'constructor[prototype]']

function segmentFor(noun: string, name: string, making: Making): string {
  const { random, ids } = making
  if (random.chance(0.03)) return random.pick(BROKEN)
  if (random.chance(0.08)) return encodeURIComponent(random.pick(TEXTS).toWellFormed()) || '-'
  if (name === 'number') return String(random.pick([1, 2, 0, 2_147_483_648]))
  if (name === 'emoji') return encodeURIComponent('👍')
  return ids.pick(noun, random)
}

const BROKEN = ['%', '%ff', '%00', 'a%00b', '%c3%28', '..%2f', '%E0%A4%A']

function queryValue(name: string, schema: Schema, making: Making): string {
  const { random } = making
  if (random.chance(0.02)) return random.pick(BROKEN)
  if (name === 'cursor' && random.chance(0.8)) return random.pick(CURSORS)
  const value = random.chance(0.1) ? hostileValue(making) : valueFor(schema, making, name)
  const words = typeof value === 'string' ? value : JSON.stringify(value)
  return encodeURIComponent(words.slice(0, 2_000).toWellFormed())
}
