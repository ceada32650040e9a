// What both benchmarks stand on: a data folder and an embedded PostgreSQL of their own, and the production server in front of it.

import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '@/scripts/database/embedded-postgres.mjs'
import { ensureDatabase, migrate } from '@/scripts/database/migrate.mjs'
import { projectFolder } from '@/scripts/project.mjs'
import { buildIfChanged, serverProgram } from '@/scripts/serving/build.mjs'
import { typescriptProgram } from '@/scripts/serving/commands.mjs'
import { serve } from '@/scripts/serving/serve.mjs'

/** How a command lives and ends: scripts/lifecycle.mjs. What is begun by `onEnd` is ended last first. */
export type Life = {
  onEnd(end: () => Promise<void>): void
  run(command: string, words: readonly string[], wish: object): Promise<string>
}

/** The folder of results and the database: COLLOQUY_DATA, kept; else a new one under the system's temporary folder, removed. */
function dataFolder(life: Life): string {
  const named = process.env.COLLOQUY_DATA
  if (named) {
    mkdirSync(named, { recursive: true })
    return named
  }
  const data = mkdtempSync(join(tmpdir(), 'colloquy-bench-'))
  life.onEnd(async () => rmSync(data, { recursive: true, force: true }))
  chmodSync(data, 0o755) // The database's user must be able to enter.
  return data
}

/** Starts a durable PostgreSQL with an empty, migrated database and answers with its address. Sets DATABASE_URL as well. */
export async function openDatabase(life: Life): Promise<string> {
  const data = dataFolder(life)
  const server = await startEmbedded({ data, password: 'bench' })
  life.onEnd(() => server.stop())
  const name = `bench_${randomBytes(4).toString('hex')}`
  await ensureDatabase(server.url('postgres'), name)
  const url = server.url(name)
  await migrate(url)
  process.env.DATABASE_URL = url
  process.env.AUTH_SECRET ??= randomBytes(32).toString('base64url')
  return url
}

/** Starts a PostgreSQL that does not wait for the disk, and answers with how each of its databases is reached. */
export async function openServer(life: Life): Promise<(database: string) => string> {
  const data = dataFolder(life)
  const server = await startEmbedded({ data, password: 'bench', durable: false })
  life.onEnd(() => server.stop())
  return (database) => server.url(database)
}

/** Builds the application if its sources changed. */
export async function build(life: Life): Promise<void> {
  await buildIfChanged(life)
}

/** Starts the production build at a port, before a database; `words` are further arguments of Node. Answers with its address. */
export async function startApplication(
  life: Life,
  { port, databaseUrl, words = [] }: { port: number; databaseUrl: string; words?: string[] },
): Promise<string> {
  const url = `http://127.0.0.1:${port}`
  const env = {
    PORT: String(port),
    HOSTNAME: '127.0.0.1',
    COLLOQUY_URL: url,
    DATABASE_URL: databaseUrl,
    COLLOQUY_DEMO: 'off',
    COLLOQUY_PROJECT: projectFolder,
    COLLOQUY_APART: typescriptProgram('lib/apart/main.ts').join('\n'),
    AUTH_SECRET: process.env.AUTH_SECRET,
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: process.env.AUTH_SECRET,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    // Throttles are there to be felt by people who hammer, which is what a benchmark does.
    COLLOQUY_WRITES_PER_MINUTE: '1000000000',
    COLLOQUY_STREAMS: '100000/100000/100000',
  }
  const address = { host: '127.0.0.1', port }
  await serve(life, { words: [...words, serverProgram], env, address })
  return url
}
