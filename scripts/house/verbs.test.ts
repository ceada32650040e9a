import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../project.mjs'

// Each holds its noun in one word.
const WHOLE_WORDS: ReadonlySet<string> = new Set(['annotate', 'unsubscribe'])

test('what a command file exports is a verb with its noun', () => {
  const files = execFileSync('git', ['ls-files', 'lib/*/commands/*.ts'], { cwd: projectFolder })
    .toString()
    .split('\n')
    .filter((path) => path !== '' && !path.endsWith('.test.ts'))
  expect(files.length).toBeGreaterThan(50)
  const bare = files.flatMap((path) =>
    Array.from(
      readFileSync(join(projectFolder, path), 'utf8').matchAll(
        /^export (?:async )?function ([a-z]+)[(<]/gm,
      ),
      ([, name]) => name ?? '',
    )
      .filter((name) => !WHOLE_WORDS.has(name))
      .map((name) => `${path} ${name}`),
  )
  expect(bare).toEqual([])
})
