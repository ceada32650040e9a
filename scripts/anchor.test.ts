import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectFolder } from './project.mjs'

const OLD =
  'The mill stood by the river 🧭.\nIt ground rye for the whole valley.\nThen came the flood.'
const NEW = 'It ground rye for the whole wide valley.\nThe old mill stood by the river 🧭.'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'anchor-'))
  writeFileSync(join(folder, 'old.txt'), OLD)
  writeFileSync(join(folder, 'new.txt'), NEW)
})

afterAll(() => rmSync(folder, { recursive: true }))

const FILES = ['--old', 'old.txt', '--new', 'new.txt']

function run(input: string, options: readonly string[] = FILES) {
  const child = spawn('node', ['--import', 'tsx', 'scripts/anchor.ts', ...options], {
    cwd: projectFolder,
    env: { ...process.env, INIT_CWD: folder },
  })
  child.stdin.end(input)
  return new Promise<{ output: string; errors: string; code: number | null }>((done) => {
    let [output, errors] = ['', '']
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.on('close', (code) => done({ output, errors, code }))
  })
}

function line(words: string): string {
  const start = OLD.indexOf(words)
  return JSON.stringify({ start, end: start + words.length, exact: words, prefix: '', suffix: '' })
}

test('a line comes out for each that goes in, in order', async () => {
  const input = [line('stood by the river 🧭'), line('flood'), line('the whole valley')]
  const { output, errors, code } = await run(input.join('\n'))
  const answers = output
    .trim()
    .split('\n')
    .map((answer) => JSON.parse(answer))
  expect([errors, code]).toEqual(['', 0])
  expect(answers.map(({ state }) => state)).toEqual(['moved', 'lost', 'changed'])
  expect(answers[0]).toMatchObject({ similarity: 1 })
  expect(NEW.slice(answers[0].start, answers[0].end)).toBe('stood by the river 🧭')
  expect(NEW.slice(answers[2].start, answers[2].end)).toBe('the whole wide valley')
  expect(answers[1]).toEqual({ state: 'lost' })
})

test('a long input is answered to its end', async () => {
  const { output, code } = await run(`${line('ground rye')}\n`.repeat(30_000))
  expect([output.split('\n').length - 1, code]).toEqual([30_000, 0])
})

test.each([
  ['a line that is no JSON', 'rye\n', FILES, 'Line 1 of the input is not a JSON object.'],
  ['a number', '7\n', FILES, 'Line 1 of the input is not a JSON object.'],
  [
    'an anchor of nothing',
    `${line('rye')}\n{"prefix":"a"}\n`,
    FILES,
    'Line 2 of the input has no start and end, nor an exact quote.',
  ],
  [
    'an anchor beyond the text',
    '{"start":0,"end":4000}\n',
    FILES,
    'Line 1 of the input is not a range of the old text, which has 88 UTF-16 code units.',
  ],
  [
    'a file that is not there',
    '',
    ['--old', 'old.txt', '--new', 'no.txt'],
    'no.txt can not be read',
  ],
  ['a missing option', '', ['--old', 'old.txt'], 'Usage:'],
  ['an unknown option', '', [...FILES, '--fast'], 'Usage:'],
])('%s ends in one sentence', async (_, input, options, sentence) => {
  const { errors, code } = await run(input, options)
  expect(errors).toContain(sentence)
  expect([errors.trim().split('\n').length, code]).toEqual([1, 1])
})
