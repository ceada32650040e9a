import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { waitUntil } from '../processes.mjs'
import { serve } from './serve.mjs'

// A server of one line stands for the application: it is real, has a process and a port, and can be killed.

const ONE_LINE = `
  require('node:http')
    .createServer((_, answer) => answer.end(String(process.pid)))
    .listen(process.env.PORT, '127.0.0.1')
  process.on('SIGTERM', () => process.exit(0))`

let folder = ''
let endings: (() => Promise<void>)[] = []
const life = {
  isEnding: false,
  status: 0,
  onEnd: (end: () => Promise<void>) => endings.push(end),
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'colloquy-serve-'))
  endings = []
  life.isEnding = false
})

afterEach(async () => {
  life.isEnding = true
  for (const end of endings) await end()
  rmSync(folder, { recursive: true })
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((ready) => probe.once('listening', ready))
  const address = probe.address()
  await new Promise((closed) => probe.close(closed))
  return typeof address === 'object' && address ? address.port : 0
}

async function begin(program: string, again = { restarts: 2, firstPauseMs: 20, calmMs: 60_000 }) {
  const file = join(folder, 'app.cjs')
  writeFileSync(file, program)
  const port = await freePort()
  const address = { host: '127.0.0.1', port, url: '' }
  const pids: number[] = []
  const born = (pid: number) => pids.push(pid)
  const env = { PORT: String(port), LIVES: join(folder, 'lives') }
  const app = await serve(life, { words: [file], env, address, born, again })
  return { app, pids, url: `http://127.0.0.1:${port}/api/health` }
}

const pidAt = (url: string) =>
  fetch(url).then(
    (answer) => answer.text(),
    () => '',
  )

test('an application that was killed is brought back at the same address', async () => {
  const { pids, url } = await begin(ONE_LINE)
  process.kill(pids[0] ?? 0, 'SIGKILL')
  const isBack = async () => (await pidAt(url)) === String(pids[1])
  expect(await waitUntil(isBack, { withinMs: 20_000 })).toBe(true)
})

test('one that ends again and again is given up, after longer and longer pauses', async () => {
  const dying = `${ONE_LINE}
    require('node:fs').appendFileSync(process.env.LIVES, Date.now() + '\\n')
    setTimeout(() => process.exit(3), 300)`
  const { app } = await begin(dying)
  await expect(app.ended).rejects.toThrow('The application ended again and again (3).')
  expect(readFileSync(join(folder, 'lives'), 'utf8').trim().split('\n')).toHaveLength(3)
})

test('one that ends before it was ever healthy is told at once', async () => {
  await expect(begin('process.exit(4)')).rejects.toThrow('The application ended as it began (4).')
})

test('once we are ending, it is not brought back', async () => {
  const { pids, url } = await begin(ONE_LINE)
  life.isEnding = true
  for (const end of endings) await end()
  expect(await pidAt(url)).toBe('')
  expect(pids).toHaveLength(1)
})
