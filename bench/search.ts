// Whether a search costs the same however much there is beside what it finds: the same searches with the same hits among 10,000 notes and
// among 1,000,000, turn by turn in one run, on a warm index.

import { parseArgs } from 'node:util'
import pg from 'pg'
import { disconnect } from '@/lib/db/client'
import { NOTHING_WITHHELD, SESSION_SCOPES, type SignedIn } from '@/lib/policy/actor'
import { presentFound } from '@/lib/search/present'
import { searchFor } from '@/lib/search/queries/search-for'
import { ensureDatabase, migrate } from '@/scripts/database/migrate.mjs'
import { live } from '@/scripts/lifecycle.mjs'
import { type Life, openServer } from './house'
import { figure, keepJson, printTable, say } from './report'
import { fillWorld, READER } from './scale-world'

const { values: flags } = parseArgs({
  options: {
    few: { type: 'string', default: '10000' },
    many: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '40' },
  },
})

process.env.COLLOQUY_DB_PATIENCE_MS = '0'
const GOAL = 1.5
const GOAL_P50_MS = 50
const GOAL_P95_MS = 200
const TURNS_BEFORE = 5

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

// Each with as many hits in both worlds: they stand in the first hundred notes.
const SEARCHES: Readonly<Record<string, string>> = {
  'a word, by its stem': 'sextants',
  'two words': 'sextant harbour',
  'a phrase': '"sextant in the harbour"',
  'the beginning of a word': 'sexta*',
  'Korean, by signs': '등대지기',
  'a word and filters': 'sextant kind:note by:"person 9" is:open',
  'a word, the newest first': 'sextant',
  'nothing, with what is like it': 'sextnat',
}

const SPARE = `The note ' || n || ' says what was counted in the yard on day ' || n % 997`
const MARKED = `A sextant in the harbour of the 등대지기, note ' || n`

await live(async (life: Life) => {
  const server = await openServer(life)
  const few = await worldOf(server, Number(flags.few))
  const many = await worldOf(server, Number(flags.many))
  const rows = []
  for (const [name, q] of Object.entries(SEARCHES)) {
    const sort = name.includes('newest') ? 'newest' : 'best'
    const small = await spent(few, { q, sort })
    const large = await spent(many, { q, sort })
    const again = await spent(few, { q, sort })
    if (small.hits !== large.hits) throw new Error(`${name}: ${small.hits} and ${large.hits} hits`)
    const ratio = large.p50 / Math.min(small.p50, again.p50)
    const holds = ratio <= GOAL && large.p50 < GOAL_P50_MS && large.p95 < GOAL_P95_MS
    rows.push([
      name,
      String(large.hits),
      figure(Math.min(small.p50, again.p50)),
      figure(large.p50),
      figure(large.p95),
      figure(ratio),
      holds ? 'yes' : 'no',
    ])
  }
  printTable(
    ['search', 'hits', `p50, ${flags.few}`, `p50, ${flags.many}`, 'p95', 'ratio', 'holds'],
    rows,
  )
  keepJson('search', rows)
  await disconnect()
})

async function worldOf(server: (database: string) => string, notes: number): Promise<string> {
  say(`Making a world of ${notes} notes …`)
  const name = `search_${notes}`
  await ensureDatabase(server('postgres'), name)
  await migrate(server(name))
  await fillWorld(server(name), notes)
  await fillEntries(server(name), notes)
  return server(name)
}

// As the triggers would, a hundred times as fast: an index of what is there already is built in one go.
async function fillEntries(url: string, notes: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    'DROP INDEX search.search_entries_vector_idx; DROP INDEX search.search_entries_folded_idx',
  )
  await client.query(`
    INSERT INTO search.entries (kind, id, part, reading_id, words, folded, vector, at)
    SELECT 'annotation', a.id, 0, a.reading_id, w.words, f.folded,
      CASE WHEN n <= 100 THEN search_vector(f.folded, 'en')
        ELSE to_tsvector('simple', f.folded) || to_tsvector('english', f.folded) END, a.created_at
    FROM generate_series(1, ${notes}) n
      JOIN annotations a ON a.id = ('01900006-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
      LATERAL (SELECT CASE WHEN n <= 100 THEN '${MARKED} ELSE '${SPARE} END AS words) w,
      LATERAL (SELECT search_fold(w.words) AS folded) f`)
  await client.query("SET maintenance_work_mem = '512MB'")
  await client.query('CREATE INDEX search_entries_vector_idx ON search.entries USING gin (vector)')
  await client.query(
    'CREATE INDEX search_entries_folded_idx ON search.entries USING gin (folded gin_trgm_ops)',
  )
  await client.query('VACUUM ANALYZE search.entries')
  await client.end()
}

type Spent = { readonly p50: number; readonly p95: number; readonly hits: number }

/** How long a page of a search takes, in milliseconds, on a connection that is warm. */
async function spent(
  url: string,
  asked: { readonly q: string; readonly sort: 'best' | 'newest' },
): Promise<Spent> {
  await disconnect()
  process.env.DATABASE_URL = url
  const times: number[] = []
  let hits = 0
  for (let turn = -TURNS_BEFORE; turn < Number(flags.rounds); turn += 1) {
    const began = performance.now()
    const { query, rows } = await searchFor(reader, { ...asked, limit: 30 })
    hits = rows.map((row) => presentFound(row, query)).length
    if (turn >= 0) times.push(performance.now() - began)
  }
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), hits }
}
