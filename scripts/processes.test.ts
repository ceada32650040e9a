import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { birthOf, isAlive, parentOf, waitUntil } from './processes.mjs'

const isLinux = process.platform === 'linux'

test('this process is alive, its child of the same parent is another', async () => {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const pid = child.pid ?? 0
  expect(isAlive(pid)).toBe(true)
  if (isLinux) expect(parentOf(pid)).toBe(process.pid)
  if (isLinux) expect(Number(birthOf(pid))).toBeGreaterThan(Number(birthOf(process.pid)))
  child.stdin.end()
  await once(child, 'exit')
  expect(isAlive(pid)).toBe(false)
})

test.runIf(isLinux)('a process that ended and was not buried is not alive', async () => {
  // The shell never asks after its child, which stays a zombie.
  const shell = spawn('/bin/sh', ['-c', 'sleep 0 & echo $!; exec sleep 30'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [printed] = await once(shell.stdout, 'data')
  const pid = Number(String(printed))
  expect(await waitUntil(() => !isAlive(pid), { withinMs: 5_000 })).toBe(true)
  expect(() => process.kill(pid, 0)).not.toThrow()
  shell.kill('SIGKILL')
})

test('waiting ends with the time', async () => {
  expect(await waitUntil(() => false, { withinMs: 30, everyMs: 5 })).toBe(false)
})
