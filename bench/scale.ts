// Whether a screen costs the same however much there is beside it: what each page and list asks of the database, with 10,000 notes and
// with 1,000,000, turn by turn in one run.

import { parseArgs } from 'node:util'
import { annotate } from '@/lib/annotations/commands/annotate'
import { anchorReviewCount, waitingReadings } from '@/lib/annotations/queries/anchor-review'
import { demoPeople } from '@/lib/auth/entry/as-demo'
import { disconnect } from '@/lib/db/client'
import { groupFor, listGroups, membersOf, ownGroups } from '@/lib/groups/queries'
import { presentLibrary } from '@/lib/library/present'
import { libraryFor } from '@/lib/library/queries/library'
import { ANONYMOUS, NOTHING_WITHHELD, SESSION_SCOPES, type SignedIn } from '@/lib/policy/actor'
import { readingFor } from '@/lib/readings/queries/readings'
import { disagreement } from '@/lib/showcase/queries'
import { readAll } from '@/lib/threads/commands/read'
import { ensureDatabase, migrate } from '@/scripts/database/migrate.mjs'
import { live } from '@/scripts/lifecycle.mjs'
import { type Life, openServer } from './house'
import { figure, keepJson, printTable, say } from './report'
import { fillWorld, GROUP_SLUG, READER, READING } from './scale-world'

const { values: flags } = parseArgs({
  options: {
    few: { type: 'string', default: '10000' },
    many: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '15' },
  },
})

process.env.COLLOQUY_DB_PATIENCE_MS = '0'
const GOAL = 1.5
const TURNS_BEFORE = 3

const group = (n: number) => `01900002-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const reader: SignedIn = {
  kind: 'signed-in',
  personId: READER,
  name: 'Person 1',
  adminSince: null,
  memberships: new Map(Array.from({ length: 10 }, (_, n) => [group(n + 1), 'moderator'])),
  withheld: NOTHING_WITHHELD,
  scopes: SESSION_SCOPES,
}
const everything = { words: '', shelf: null, after: null, from: null }
const library = async (actor: SignedIn | typeof ANONYMOUS, query = {}) =>
  presentLibrary(actor, await libraryFor(actor, { ...everything, ...query, now: new Date() }))

const SCREENS: Readonly<Record<string, () => Promise<unknown>>> = {
  library: () => library(reader),
  'library, for a guest': () => library(ANONYMOUS),
  'library, what is looked for': () => library(reader, { words: 'reading 1' }),
  'a group’s page': async () => {
    const row = await groupFor(reader, GROUP_SLUG)
    await Promise.all([
      library(reader, { shelf: GROUP_SLUG }),
      membersOf(reader, row, { limit: 50 }),
    ])
  },
  'one’s groups': () => ownGroups(reader),
  'list of groups': () => listGroups(reader, { limit: 50 }),
  'notes that need a look': () => waitingReadings(reader),
  'needs a look, of a reading': () => anchorReviewCount(reader, READING.replace(/1$/, '2')),
  'sign-in page': () => Promise.all([demoPeople(), disagreement()]),
  'a reading': () => readingFor(reader, 'reading-2'),
  'mark all read': () => readAll(reader, READING.replace(/1$/, '2'), group(2)),
  'a note is made': () =>
    annotate(reader, {
      readingId: READING.replace(/1$/, '3'),
      groupId: group(3),
      visibility: 'group',
      kind: 'note',
      body: { format: 'markdown', value: 'A thought.' },
    }),
}

await live(async (life: Life) => {
  const server = await openServer(life)
  const few = await worldOf(server, Number(flags.few))
  const many = await worldOf(server, Number(flags.many))
  const rows = []
  for (const [name, screen] of Object.entries(SCREENS)) {
    const [small, large] = [await spent(few, screen), await spent(many, screen)]
    const again = await spent(few, screen)
    const ratio = large / Math.min(small, again)
    rows.push([
      name,
      figure(Math.min(small, again)),
      figure(large),
      figure(ratio),
      ratio <= GOAL ? 'yes' : 'no',
    ])
  }
  printTable(['screen', `ms, ${flags.few}`, `ms, ${flags.many}`, 'ratio', `≤ ${GOAL}`], rows)
  keepJson('scale', rows)
  await disconnect()
})

async function worldOf(server: (database: string) => string, notes: number): Promise<string> {
  say(`Making a world of ${notes} notes …`)
  const name = `scale_${notes}`
  await ensureDatabase(server('postgres'), name)
  await migrate(server(name))
  await fillWorld(server(name), notes)
  return server(name)
}

/** The median of some turns, in milliseconds, on a connection that is warm. */
async function spent(url: string, screen: () => Promise<unknown>): Promise<number> {
  await disconnect()
  process.env.DATABASE_URL = url
  for (let turn = 0; turn < TURNS_BEFORE; turn += 1) await screen()
  const times: number[] = []
  for (let turn = 0; turn < Number(flags.rounds); turn += 1) {
    const began = performance.now()
    await screen()
    times.push(performance.now() - began)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}
