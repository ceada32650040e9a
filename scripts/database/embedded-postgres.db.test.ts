import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { startEmbedded } from './embedded-postgres.mjs'
import { runningServer } from './postmaster-pid.mjs'

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows
}

test('a killed database is started again with all that was committed, and a stopped one leaves no process', async () => {
  const data = mkdtempSync(join(tmpdir(), 'colloquy-embedded-'))
  const wish = { data, password: 'word' }
  const first = await startEmbedded(wish)
  const pid = first.pid() ?? 0
  await ask(first.url('postgres'), "CREATE TABLE kept AS SELECT 'kept' AS word")
  process.kill(pid, 'SIGKILL')
  const second = await startEmbedded(wish)
  expect(second.pid()).not.toBe(pid)
  expect(await ask(second.url('postgres'), 'SELECT word FROM kept')).toEqual([{ word: 'kept' }])
  await second.stop()
  expect(runningServer(join(data, 'postgres', 'cluster'))).toBeNull()
  rmSync(data, { recursive: true })
}, 60_000)

test('a database left running by a starter that died is stopped before another is started', async () => {
  const data = mkdtempSync(join(tmpdir(), 'colloquy-embedded-'))
  const wish = { data, password: 'word' }
  const left = await startEmbedded(wish)
  const taken = await startEmbedded(wish)
  await left.exited // Never kept if the first still ran: the test would end by its time.
  expect(await ask(taken.url('postgres'), 'SHOW data_checksums')).toEqual([
    { data_checksums: 'on' },
  ])
  await expect(ask(taken.url('postgres').replace(':word@', ':other@'), 'SELECT 1')).rejects.toThrow(
    /password/,
  )
  await taken.stop()
  rmSync(data, { recursive: true })
}, 60_000)
