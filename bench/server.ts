// How much of the database's own pace is left behind HTTP, rights, validation and JSON. In one run, on one database, at the same
// concurrency, turn by turn: requests to the production server, and the statements they send in a bare `pg` loop.

import { parseArgs } from 'node:util'
import { disconnect } from '@/lib/db/client'
import { live } from '@/scripts/lifecycle.mjs'
import { barePool, type Recorded, replay } from './bare-loop'
import { build, type Life, openDatabase, startApplication } from './house'
import { type Client, client } from './http'
import { median, type Pace, pace } from './load'
import { creating, listing, type Operation } from './operations'
import { profileOf } from './profile'
import { figure, keepJson, printTable, say } from './report'
import { overhear } from './wire'
import { addAnnotations, makeWorld } from './world'

const { values: flags } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    concurrency: { type: 'string', default: '1,8,32' },
    port: { type: 'string', default: '4610' },
    'no-build': { type: 'boolean', default: false },
    'no-profile': { type: 'boolean', default: false },
  },
})

const seconds = Number(flags.seconds)
const rounds = Number(flags.rounds)
const ports = Number(flags.port)
const concurrencies = flags.concurrency.split(',').map(Number)
const ANNOTATIONS = 2_000
const WARM_UP = 300

type Row = {
  readonly operation: string
  readonly concurrency: number
  readonly statements: number
  readonly http: Pace
  readonly bare: Pace
  /** Of the medians of all rounds. */
  readonly ratio: number
}

await live(async (life: Life) => {
  const databaseUrl = await openDatabase(life)
  const world = await makeWorld()
  const [span] = await addAnnotations(world, ANNOTATIONS, 1)
  await disconnect()
  if (!span) throw new Error('no passage was made')
  if (!flags['no-build']) await build(life)
  const operations = [listing(world), creating(world, span)]
  const recorded = await record(life, { databaseUrl, token: world.token, operations })
  const url = await startApplication(life, { port: ports + 1, databaseUrl })
  const server = client(url, world.token)
  const rows: Row[] = []
  for (const operation of operations) {
    await warmUp(server, operation)
    for (const concurrency of concurrencies) {
      rows.push(await compare({ databaseUrl, server, operation, concurrency, recorded }))
    }
  }
  tell(rows)
  const profiles = flags['no-profile']
    ? []
    : await profileOf(life, { databaseUrl, token: world.token, operations, port: ports + 2 })
  const statements = Object.fromEntries(
    [...recorded].map(([{ name }, { statements: sent }]) => [name, sent.map(({ sql }) => sql)]),
  )
  keepJson('server', { seconds, rounds, annotations: ANNOTATIONS, rows, profiles, statements })
})

// A server of its own, so that the one that is measured has no relay before its database.
async function record(
  life: Life,
  wish: { databaseUrl: string; token: string; operations: readonly Operation[] },
): Promise<Map<Operation, Recorded>> {
  const wire = await overhear(wish.databaseUrl)
  life.onEnd(async () => wire.close())
  const url = await startApplication(life, { port: ports, databaseUrl: wire.url })
  const server = client(url, wish.token)
  const recorded = new Map<Operation, Recorded>()
  for (const operation of wish.operations) {
    for (let n = 0; n < 5; n++) await operation.send(server) // what is cached once is cached now
    wire.take()
    const { id, key } = await operation.send(server)
    recorded.set(operation, { statements: wire.take(), id, key })
  }
  return recorded
}

async function warmUp(server: Client, operation: Operation): Promise<void> {
  const some = async () => {
    for (let n = 0; n < WARM_UP / 8; n++) await operation.send(server)
  }
  await Promise.all(Array.from({ length: 8 }, some))
}

async function compare(wish: {
  databaseUrl: string
  server: Client
  operation: Operation
  concurrency: number
  recorded: ReadonlyMap<Operation, Recorded>
}): Promise<Row> {
  const { operation, concurrency, server } = wish
  const recorded = wish.recorded.get(operation)
  if (!recorded) throw new Error(`${operation.name} was not recorded`)
  const pool = barePool(wish.databaseUrl, concurrency)
  const [http, bare]: [Pace[], Pace[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    const options = { concurrency, seconds }
    http.push(await pace(async () => void (await operation.send(server)), options))
    bare.push(await pace(() => replay(pool, recorded), options))
  }
  await pool.end()
  const ends = { http: middle(http), bare: middle(bare) }
  return {
    operation: operation.name,
    concurrency,
    statements: recorded.statements.length,
    ...ends,
    ratio: ends.http.perSecond / ends.bare.perSecond,
  }
}

function middle(paces: readonly Pace[]): Pace {
  const of = (key: keyof Pace) => median(paces.map((one) => one[key]))
  return { perSecond: of('perSecond'), p50: of('p50'), p95: of('p95') }
}

function tell(rows: readonly Row[]): void {
  say(`\n${ANNOTATIONS} annotations, ${rounds} rounds of ${seconds} s each way, medians\n`)
  printTable(
    [
      'request',
      'at once',
      'statements',
      'HTTP /s',
      'p50 ms',
      'p95 ms',
      'bare pg /s',
      'p50 ms',
      'ratio',
    ],
    rows.map(({ operation, concurrency, statements, http, bare, ratio }) => [
      operation,
      String(concurrency),
      String(statements),
      figure(http.perSecond),
      figure(http.p50),
      figure(http.p95),
      figure(bare.perSecond),
      figure(bare.p50),
      ratio.toFixed(2),
    ]),
  )
}
