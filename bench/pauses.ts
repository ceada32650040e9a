// How long one person can keep everybody else waiting: the worst bodies that the schemas allow are sent to every operation that writes, while
// /api/health is asked again and again. The longest pause between question and answer counts, beside that of an idle server.

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { annotate } from '@/lib/annotations/commands/annotate'
import { disconnect } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { type Operation, operationsOf } from '@/lib/testing/hostile/requests'
import type { Schema } from '@/lib/testing/hostile/values'
import { replyToThread } from '@/lib/threads/commands/reply'
import { live } from '@/scripts/lifecycle.mjs'
import { build, type Life, openDatabase, startApplication } from './house'
import { client } from './http'
import { figure, keepJson, printTable, say } from './report'
import { makeWorld, type World } from './world'

const { values: flags } = parseArgs({
  options: {
    port: { type: 'string', default: '4640' },
    only: { type: 'string', default: '' },
    'no-build': { type: 'boolean', default: false },
  },
})

const IDLE_MS = 5_000
const GOAL_MS = 200
const TEXT_MAXIMUM = 2_000_000
// The server reads 10 MiB: what stands in a list is short, so that the whole is not refused for its size.
const BODY_BYTES_MAXIMUM = 10 * 1024 * 1024
const LIST_BYTES_MAXIMUM = 1_000_000
const DOCUMENT_BYTES_MAXIMUM = 8_000_000
const ITEM_TEXT_MAXIMUM = 1_000

// What has been slow somewhere: long lines, deep and dense Markdown, nothing but marks, one endless word.
const FILLERS: Readonly<Record<string, string>> = {
  'one line of words': 'wörd—α ',
  'one word': 'ä',
  emphasis: '*a_',
  brackets: '[](',
  quotes: '> a\n',
  headings: '# a\n\n',
  'rows of a table': '|a|b|\n|-|-|\n',
  'blank lines': ' \n',
  paragraphs: 'A sentence, etc. and so on.\n\n',
}

// Where a schema leaves a choice, as between Markdown and a document, each end of it is sent.
const CHOICES = [0, -1] as const

// What would have a body refused at once, beside the rest of it.
const LEFT_OUT = new Set(['assignmentId', 'draftVersion', 'parentId', 'restores'])

type Known = {
  readonly world: World
  /** What stands in the place of an id in an address, by the word before it. */
  readonly nouns: Readonly<Record<string, string>>
}
type Filling = { readonly piece: string; readonly world: World; readonly choice: 0 | -1 }
type Pause = {
  readonly operation: string
  readonly filler: string
  readonly status: number
  readonly longestMs: number
}

await live(async (life: Life) => {
  const databaseUrl = await openDatabase(life)
  const world = await makeWorld()
  const known = { world, nouns: await nounsOf(world) }
  await disconnect()
  if (!flags['no-build']) await build(life)
  const url = await startApplication(life, { port: Number(flags.port), databaseUrl })
  const asked = client(url, world.token)
  const { longestPause, end } = knockAt(url)
  const idleMs = await longestPause(() => sleep(IDLE_MS))
  say(`Idle: the longest pause of ${IDLE_MS / 1_000} s was ${figure(idleMs)} ms.\n`)
  const pauses: Pause[] = []
  for (const operation of writes()) {
    const path = addressOf(operation, known)
    for (const [filler, piece] of Object.entries(FILLERS)) {
      for (const body of bodiesFor(operation.body ?? {}, { piece, world })) {
        let status = 0
        const send = async () => {
          status = (await asked(operation.method, path, { body }).catch(() => null))?.status ?? 0
        }
        const longestMs = await longestPause(send)
        pauses.push({
          ...{ operation: `${operation.method} ${operation.path}`, filler, status, longestMs },
        })
      }
    }
  }
  end()
  const worst = pauses.toSorted((one, other) => other.longestMs - one.longestMs)
  printTable(
    ['operation', 'body', 'answer', 'longest pause ms', 'times idle'],
    worst
      .slice(0, 15)
      .map(({ operation, filler, status, longestMs }) => [
        operation,
        filler,
        String(status),
        figure(longestMs),
        figure(longestMs / idleMs),
      ]),
  )
  const above = worst.filter(({ longestMs }) => longestMs > GOAL_MS).length
  say(`${pauses.length} bodies; ${above} with a pause above ${GOAL_MS} ms.`)
  keepJson('pauses', { idleMs, pauses: worst })
})

async function nounsOf({ reading, groupId, people: [owner] }: World) {
  if (!owner) throw new Error('a group has an owner')
  const note = await annotate(owner, {
    readingId: reading.id,
    ...{ groupId, visibility: 'group', kind: 'note' },
    body: { format: 'markdown', value: 'A thought.' },
  })
  const body = { format: 'markdown' as const, value: 'Another.' }
  const { id } = await replyToThread(owner, note.id, { body })
  return { readings: reading.id, groups: groupId, annotations: note.id, replies: id }
}

function writes(): readonly Operation[] {
  const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8'))
  return operationsOf(paths).filter(
    ({ body, mediaType, path }) =>
      body !== null && mediaType === 'application/json' && path.includes(flags.only),
  )
}

/** Starts to knock at a server. The longest that /api/health took to answer while something was done, in milliseconds. */
function knockAt(url: string) {
  const knocker = fork('bench/knocker.ts', [url])
  return {
    async longestPause(work: () => Promise<void>): Promise<number> {
      knocker.send('begin')
      await work()
      knocker.send('end')
      const [longest] = await once(knocker, 'message')
      return Number(longest)
    },
    end: () => knocker.disconnect(),
  }
}

/** An address below which everything is there, as far as this world has it: what is not found is not worked on. */
function addressOf({ path }: Operation, { nouns }: Known): string {
  return `/api/v1${path}`.replaceAll(
    /([\w-]+)\/\{\w+\}/g,
    (_, noun: string) => `${noun}/${nouns[noun] ?? newId()}`,
  )
}

/** What is sent: nothing longer than the server reads, since it would be refused for its size. */
function bodiesFor(schema: FilledSchema, filling: Omit<Filling, 'choice'>): readonly unknown[] {
  const bodies = CHOICES.map((choice) => filled(schema, { ...filling, choice }))
  const texts = new Map(bodies.map((body) => [JSON.stringify(body), body]))
  return [...texts].flatMap(([text, body]) =>
    Buffer.byteLength(text) <= BODY_BYTES_MAXIMUM ? [body] : [],
  )
}

type FilledSchema = Schema & {
  readonly maxItems?: number
  readonly prefixItems?: readonly Schema[]
  readonly additionalProperties?: unknown
}

/** A value for a schema with every text and every list as long as it may be. */
function filled(schema: FilledSchema, filling: Filling, name = ''): unknown {
  if (schema.const !== undefined) return schema.const
  const choice = (schema.anyOf ?? schema.oneOf)?.filter(({ type }) => type !== 'null')
  const chosen = choice?.at(filling.choice)
  if (chosen) return filled(chosen, filling, name)
  if (schema.enum) return schema.enum.at(-1)
  switch (schema.type) {
    case 'object':
      return objectFor(schema, filling)
    case 'array':
      return listFor(schema, filling, name)
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'boolean':
      return false
    default:
      return textFor(name, schema, filling)
  }
}

// An object of any keys is a document.
function objectFor({ properties, additionalProperties }: FilledSchema, filling: Filling): unknown {
  if (!properties && additionalProperties) return documentOf(filling)
  const sent = Object.entries(properties ?? {}).filter(([key]) => !LEFT_OUT.has(key))
  return Object.fromEntries(sent.map(([key, inner]) => [key, filled(inner, filling, key)]))
}

function documentOf({ piece }: Filling) {
  const text = piece.trim()
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text }] }
  const bytes = Buffer.byteLength(JSON.stringify(paragraph)) + 1
  const count = Math.floor(DOCUMENT_BYTES_MAXIMUM / bytes)
  return { type: 'doc', content: Array.from({ length: count }, () => paragraph) }
}

function listFor({ prefixItems, items, maxItems }: FilledSchema, filling: Filling, name: string) {
  if (prefixItems) return prefixItems.map((item) => filled(shortened(item), filling, name))
  const item = filled(shortened(items ?? {}), filling, name)
  const bytes = Buffer.byteLength(JSON.stringify(item)) + 1
  const fits = Math.floor(LIST_BYTES_MAXIMUM / bytes)
  return Array.from({ length: Math.min(maxItems ?? fits, fits) }, () => item)
}

function shortened(schema: FilledSchema): FilledSchema {
  const properties = Object.entries(schema.properties ?? {}).map(([key, inner]) => [
    key,
    shortened(inner),
  ])
  const maxLength = Math.min(schema.maxLength ?? ITEM_TEXT_MAXIMUM, ITEM_TEXT_MAXIMUM)
  return {
    ...schema,
    maxLength,
    ...(schema.properties && { properties: Object.fromEntries(properties) }),
  }
}

function textFor(name: string, { maxLength }: Schema, { piece, world }: Filling): string {
  if (name === 'readingId') return world.reading.id
  if (name === 'baseRevisionId') return world.reading.revisionId
  if (name === 'groupId') return world.groupId
  const length = Math.min(maxLength ?? TEXT_MAXIMUM, TEXT_MAXIMUM)
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
}
