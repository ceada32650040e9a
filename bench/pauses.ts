// How long one person can keep everybody else waiting: the worst bodies that the schemas allow are sent to every operation that writes, while
// /api/health is asked again and again. The longest pause between question and answer counts, beside that of an idle server.

import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { disconnect } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { randomFrom } from '@/lib/testing/hostile/random'
import { type Operation, operationsOf, requestTo } from '@/lib/testing/hostile/requests'
import { KnownIds, type Schema } from '@/lib/testing/hostile/values'
import { live } from '@/scripts/lifecycle.mjs'
import { build, type Life, openDatabase, startApplication } from './house'
import { type Client, client } from './http'
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
const ITEMS_MAXIMUM = 2_000
// The server reads 10 MiB: what stands in a list is short, so that the whole is not refused for its size.
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

type Pause = { readonly operation: string; readonly filler: string; readonly longestMs: number }

await live(async (life: Life) => {
  const databaseUrl = await openDatabase(life)
  const world = await makeWorld()
  await disconnect()
  if (!flags['no-build']) await build(life)
  const url = await startApplication(life, { port: Number(flags.port), databaseUrl })
  // Knocking has connections of its own: a server closes the one on which it refused a body.
  const [asked, knocking] = [client(url, world.token), client(url, world.token)]
  const idleMs = await longestPause(knocking, () => sleep(IDLE_MS))
  say(`Idle: the longest pause of ${IDLE_MS / 1_000} s was ${figure(idleMs)} ms.\n`)
  const pauses: Pause[] = []
  for (const operation of writes()) {
    for (const [filler, piece] of Object.entries(FILLERS)) {
      const path = addressOf(operation, world)
      const body = filled(operation.body ?? {}, piece, world)
      const send = async () =>
        void (await asked(operation.method, path, { body }).catch(() => null))
      const longestMs = await longestPause(knocking, send)
      pauses.push({ operation: `${operation.method} ${operation.path}`, filler, longestMs })
    }
  }
  const worst = pauses.toSorted((one, other) => other.longestMs - one.longestMs)
  printTable(
    ['operation', 'body', 'longest pause ms', 'times idle'],
    worst
      .slice(0, 15)
      .map(({ operation, filler, longestMs }) => [
        operation,
        filler,
        figure(longestMs),
        figure(longestMs / idleMs),
      ]),
  )
  const above = worst.filter(({ longestMs }) => longestMs > GOAL_MS).length
  say(`${pauses.length} bodies; ${above} with a pause above ${GOAL_MS} ms.`)
  keepJson('pauses', { idleMs, pauses: worst })
})

function writes(): readonly Operation[] {
  const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8'))
  return operationsOf(paths).filter(
    ({ body, mediaType, path }) =>
      body !== null && mediaType === 'application/json' && path.includes(flags.only),
  )
}

/** The longest that /api/health took to answer while something was done. */
async function longestPause(knocking: Client, work: () => Promise<void>): Promise<number> {
  let isDone = false
  let longest = 0
  const asking = (async () => {
    while (!isDone) {
      const started = performance.now()
      await knocking('GET', '/api/health')
      longest = Math.max(longest, performance.now() - started)
      await sleep(2)
    }
  })()
  await work()
  isDone = true
  await asking
  return longest
}

function addressOf(operation: Operation, { reading, groupId }: World): string {
  const ids = new KnownIds()
  ids.add('readings', reading.id)
  ids.add('groups', groupId)
  ids.add('annotations', newId())
  const bare = { ...operation, body: null, parameters: [] }
  const { address } = requestTo(bare, { random: randomFrom(1), ids, malice: 0 })
  return `/api/v1${address}`
}

/** A value for a schema with every text and every list as long as it may be. */
function filled(
  schema: Schema & { maxItems?: number },
  piece: string,
  world: World,
  name = '',
): unknown {
  if (schema.const !== undefined) return schema.const
  const [choice] = schema.anyOf ?? schema.oneOf ?? []
  if (choice) return filled(choice, piece, world, name)
  if (schema.enum) return schema.enum.at(-1)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, inner]) => [
          key,
          filled(inner, piece, world, key),
        ]),
      )
    case 'array': {
      const length = Math.min(schema.maxItems ?? ITEMS_MAXIMUM, ITEMS_MAXIMUM)
      const item = filled(shortened(schema.items ?? {}), piece, world, name)
      return Array.from({ length }, () => item)
    }
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'boolean':
      return false
    default:
      return textFor(name, schema, piece, world)
  }
}

function shortened(schema: Schema): Schema {
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

function textFor(name: string, { maxLength }: Schema, piece: string, world: World): string {
  if (name === 'readingId') return world.reading.id
  if (name === 'groupId') return world.groupId
  const length = Math.min(maxLength ?? TEXT_MAXIMUM, TEXT_MAXIMUM)
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
}
