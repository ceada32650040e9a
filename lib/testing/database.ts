import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { projectFolder } from '@/scripts/project.mjs'
import { pureProgram, typescriptProgram } from '@/scripts/serving/commands.mjs'

// Set-up file of the database tests: gives each test file a database of its own, cloned from the migrated template, before
// any module of ours asks for DATABASE_URL, and takes it away afterwards.

const own = await cloneDatabase()
process.env.DATABASE_URL = own.url
process.env.COLLOQUY_PROJECT = projectFolder
process.env.COLLOQUY_READER = typescriptProgram('lib/converting/process/main.ts').join('\n')
process.env.COLLOQUY_APART = pureProgram('lib/apart/main.ts').join('\n')

afterAll(async () => {
  await disconnect()
  await own.drop()
})

export interface TestDatabase {
  readonly url: string
  readonly drop: () => Promise<void>
}

/** One more migrated database, for a test that needs a second one. Costs about 100 ms. */
export async function cloneDatabase(): Promise<TestDatabase> {
  return createDatabase(inject('databaseServer').template)
}

/** A database with nothing in it, not even tables. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return createDatabase('template1')
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const name = `${inject('databaseServer').template}_${randomUUID().slice(0, 8)}`
  await onServer(`CREATE DATABASE "${name}" TEMPLATE "${template}"`)
  const url = new URL(inject('databaseServer').url)
  url.pathname = `/${name}`
  return {
    url: url.toString(),
    drop: () => onServer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
  }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseServer').url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
