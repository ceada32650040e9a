import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '@/scripts/database/embedded-postgres.mjs'
import { dropDatabase, ensureDatabase, migrate } from '@/scripts/database/migrate.mjs'

// Runs once before all database tests: one server (its own, careless of power cuts, or the one TEST_DATABASE_URL names) with
// one migrated template database, which every test file clones.

declare module 'vitest' {
  interface ProvidedContext {
    /** The server, by its maintenance database, and the migrated database to clone. */
    databaseServer: { url: string; template: string }
  }
}

let clear = async (): Promise<void> => {}

/** Vitest's hook before the first test. */
export async function setup(project: TestProject): Promise<void> {
  const server = await startServer()
  const template = `colloquy_test_${randomUUID().slice(0, 8)}`
  clear = async () => {
    await dropDatabase(server.url, template)
    await server.stop()
  }
  await ensureDatabase(server.url, template)
  await migrate(urlOf(server.url, template))
  await runMigrations({ connectionString: urlOf(server.url, template) })
  project.provide('databaseServer', { url: server.url, template })
}

/** Vitest's hook after the last. */
export async function teardown(): Promise<void> {
  await clear()
}

async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL
  if (url) return { url, stop: async () => {} }
  const data = mkdtempSync(join(tmpdir(), 'colloquy-test-'))
  const server = await startEmbedded({ data, password: randomUUID(), durable: false })
  const stop = async () => {
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  }
  return { url: server.url('postgres'), stop }
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.toString()
}
