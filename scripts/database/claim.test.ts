import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isAlive, waitUntil } from '../processes.mjs'
import { awaitFolder, claimData, readClaim } from './claim.mjs'

let data = ''
const children: ChildProcess[] = []

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'colloquy-claim-'))
})

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(data, { recursive: true })
})

const claimModule = new URL('claim.mjs', import.meta.url).href

// A process that claims, says how that went, and lives on.
async function claimant(then = ''): Promise<{ child: ChildProcess; said: string }> {
  const program = `
    import { claimData } from '${claimModule}'
    import { spawn } from 'node:child_process'
    setInterval(() => {}, 1000)
    try {
      const claim = await claimData(${JSON.stringify(data)}, 'server')
      ${then}
      console.log('claimed')
    } catch (error) {
      console.log(error.message)
    }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const [said] = await once(child.stdout, 'data')
  return { child, said: String(said).trim() }
}

const forgotten = { pid: 999_999_999, birth: '1', role: 'server', url: null }

test('of many that start at the same moment over a dead claim, one has the folder', async () => {
  writeFileSync(join(data, 'running.json'), JSON.stringify(forgotten))
  const answers = await Promise.all(Array.from({ length: 6 }, () => claimant()))
  expect(answers.filter(({ said }) => said === 'claimed')).toHaveLength(1)
  expect(answers.filter(({ said }) => /already runs on/.test(said))).toHaveLength(5)
})

test('a server that is ending is waited for', async () => {
  const { child } = await claimant('claim.end(); setTimeout(() => process.exit(), 1500)')
  const claim = await claimData(data, 'server')
  expect(isAlive(child.pid ?? 0)).toBe(false)
  expect(readClaim(data)).toMatchObject({ pid: process.pid })
  claim.release()
  expect(existsSync(join(data, 'running.json'))).toBe(false)
})

test('the application of a server that was killed is ended before another begins', async () => {
  const left = `
    const app = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
    claim.born(app.pid)`
  const { child } = await claimant(left)
  const { app } = JSON.parse(readFileSync(join(data, 'running.json'), 'utf8'))
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(isAlive(app.pid)).toBe(true)
  await awaitFolder(data)
  expect(await waitUntil(() => !isAlive(app.pid), { withinMs: 5_000 })).toBe(true)
})

test('a turn left by one that was killed in the middle of it holds nobody up for long', async () => {
  mkdirSync(join(data, 'claiming'))
  utimesSync(join(data, 'claiming'), new Date(0), new Date(0))
  const claim = await claimData(data, 'server')
  claim.release()
})
