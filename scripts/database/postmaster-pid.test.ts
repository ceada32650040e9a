import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parsePostmasterPid, runningServer } from './postmaster-pid.mjs'

const whole = ['4711', '/data', '1700000000', '5433', '', '127.0.0.1', '1 2', 'ready   ', ''].join(
  '\n',
)

test('a whole file tells process, port and readiness', () => {
  expect(parsePostmasterPid(whole)).toEqual({ pid: 4711, port: 5433, isReady: true })
})

test('one of a server that is starting has no port yet', () => {
  expect(parsePostmasterPid('4711\n/data\n1700000000\n')).toEqual({
    pid: 4711,
    port: null,
    isReady: false,
  })
})

test.each(['', '\n', 'half', '-3\n'])('%j tells nothing', (text) => {
  expect(parsePostmasterPid(text)).toBeNull()
})

test('a number that went to another program is no running server', () => {
  const cluster = mkdtempSync(join(tmpdir(), 'colloquy-pid-'))
  writeFileSync(join(cluster, 'postmaster.pid'), whole.replace('4711', String(process.pid)))
  expect(runningServer(cluster)).toBeNull()
  rmSync(cluster, { recursive: true })
})
