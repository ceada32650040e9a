// `npm run fuzz -- --requests 100000 [--seed 7] [--pages 2000]`: hostile requests to every operation of the API and every page, more of them
// than the tests send. Ends with 1 when one is answered with 5xx or hangs.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findChromium } from './chromium.mjs'
import { projectFolder } from './project.mjs'

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '100000' },
    pages: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const env = {
  ...process.env,
  FUZZ_REQUESTS: values.requests,
  FUZZ_PAGE_REQUESTS: values.pages,
  FUZZ_SEED: values.seed,
  COLLOQUY_CHROMIUM: findChromium() ?? '',
}
console.log(`Seed ${values.seed}`)
const module = (path) => join(projectFolder, 'node_modules', path)
const run = (...words) =>
  spawnSync(process.execPath, words, { cwd: projectFolder, env, stdio: 'inherit' }).status ?? 1

const api = run(module('vitest/vitest.mjs'), 'run', 'app/api/v1/hostile.db.test.ts')
const pages =
  values.pages === '0'
    ? 0
    : run(module('@playwright/test/cli.js'), 'test', 'e2e/journeys/hostile.spec.ts')
process.exitCode = api || pages
