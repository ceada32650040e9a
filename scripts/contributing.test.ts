import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { projectFolder } from './project.mjs'

// The example of CONTRIBUTING.md, done as it says: its patches on a copy of the tree, then the client, the types and its own test.

const PATIENCE_MS = 300_000
const COPIED = ['lib', 'components', 'scripts', 'prisma', '*.json', '*.ts']
const TYPES = {
  extends: './tsconfig.json',
  include: ['next.d.ts', 'lib/**/*.ts', 'components/**/*.ts', 'components/**/*.tsx'],
}

const folder = mkdtempSync(join(tmpdir(), 'colloquy-example-'))
afterAll(() => rmSync(folder, { recursive: true }))

test(
  'the worked example, add a kind of annotation, is green',
  () => {
    copyTree()
    run('git', ['apply', '--recount', '-'], patches())
    node('prisma/build/index.js', 'generate')
    expect(
      node('typescript/lib/tsc.js', '--noEmit', '--incremental', 'false', '-p', 'types.json'),
    ).toBe('')
    expect(
      node('vitest/vitest.mjs', 'run', '--project', 'unit', 'lib/annotations/definition.test.ts'),
    ).toContain('1 passed')
  },
  PATIENCE_MS,
)

function patches(): string {
  const page = readFileSync(join(projectFolder, 'CONTRIBUTING.md'), 'utf8')
  const blocks = Array.from(page.matchAll(/```diff\n([\s\S]*?)```/g), ([, block]) => block ?? '')
  expect(blocks.length).toBe(3)
  return blocks.join('')
}

function copyTree(): void {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z', ...COPIED], {
    cwd: projectFolder,
  })
  for (const path of listed.toString().split('\0')) {
    const from = join(projectFolder, path)
    if (path !== '' && existsSync(from)) cpSync(from, join(folder, path))
  }
  symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'next.d.ts'), '/// <reference types="next" />\n')
  writeFileSync(join(folder, 'types.json'), JSON.stringify(TYPES))
  run('git', ['init', '--quiet'])
}

function node(program: string, ...words: string[]): string {
  return run(process.execPath, [join(folder, 'node_modules', program), ...words])
}

function run(program: string, words: readonly string[], input = ''): string {
  const env = { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', VITEST: undefined }
  return execFileSync(program, words, { cwd: folder, input, env, encoding: 'utf8', stdio: 'pipe' })
}
