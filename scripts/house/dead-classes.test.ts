import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { deadClasses } from './dead-classes'

const folder = mkdtempSync(join(tmpdir(), 'colloquy-classes-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a class that no component names is found, one put together from parts is not', () => {
  mkdirSync(join(folder, 'app'))
  writeFileSync(
    join(folder, 'app', 'sheet.css'),
    '.used { } .chip-warm { } .gone a { } /* .said */',
  )
  writeFileSync(
    join(folder, 'app', 'page.tsx'),
    'const page = (kind) => <p className={["used", "chip-" + kind].join(" ")} />',
  )
  execFileSync('git', ['init', '--quiet'], { cwd: folder })
  expect(deadClasses(folder)).toEqual(['app/sheet.css .gone'])
})
