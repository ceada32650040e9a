import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { stampOf } from './build.mjs'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'colloquy-stamp-'))
  write('app/page.tsx', 'one')
})

afterEach(() => rmSync(folder, { recursive: true }))

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}

test.each(['app/page.tsx', 'lib/new.ts', 'package-lock.json', 'public/logo.svg'])(
  'a change of %s asks for a new build',
  (path) => {
    const before = stampOf(folder)
    write(path, 'two')
    expect(stampOf(folder)).not.toBe(before)
  },
)

test.each([
  'app/page.test.tsx',
  '.next/trace.json',
  'node_modules/x/x.js',
  'docs/a.md',
  'e2e/a.ts',
  'tsconfig.tsbuildinfo',
  'tsconfig.json',
  'next-env.d.ts',
])('a change of %s does not', (path) => {
  const before = stampOf(folder)
  write(path, 'two')
  expect(stampOf(folder)).toBe(before)
})

test('moving words from one file to the next is a change', () => {
  write('lib/a.ts', 'ab')
  write('lib/b.ts', '')
  const before = stampOf(folder)
  write('lib/a.ts', 'a')
  write('lib/b.ts', 'b')
  expect(stampOf(folder)).not.toBe(before)
})
