// `npm test`: everything there is to check, to its end, and the sum of it as the last line. `npm run check` leaves the browser
// out. Until npm has run, only what Node brings may be imported here.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateClient, installMissing } from './install.mjs'
import { live } from './lifecycle.mjs'
import { projectFolder } from './project.mjs'
import { requireNode } from './requirements.mjs'
import { tallyPlaywright, tallyRun, tallyVitest, totalLine } from './tally.mjs'

const module = (path) => join(projectFolder, 'node_modules', path)

await live(async (life) => {
  process.chdir(projectFolder)
  requireNode()
  await installMissing(life)
  await generateClient(life)
  const reports = mkdtempSync(join(tmpdir(), 'colloquy-reports-'))
  life.onEnd(async () => rmSync(reports, { recursive: true, force: true }))
  const tallies = []
  for (const [heading, check] of checks(reports)) {
    console.log(`\n── ${heading}`)
    const tally = await check(life).catch((error) => failed(error))
    console.log(`   ${heading}: ${totalLine([tally])}`)
    tallies.push(tally)
  }
  console.log(`\n${totalLine(tallies)}`)
  life.status = tallies.some((tally) => tally.failed > 0) ? 1 : 0
})

function failed(error) {
  console.error(error.message)
  return { passed: 0, failed: 1 }
}

function checks(reports) {
  const all = [
    ['lock', step('scripts/check-lock.mjs')],
    [
      'format and lint',
      step(module('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'),
    ],
    ['types', typesOf],
    ['dead code', step(module('knip/bin/knip.js'))],
    ...(existsSync('scripts/check-openapi.ts') ? [['OpenAPI', openApi]] : []),
    ['unit, database and API', (life) => vitest(life, join(reports, 'vitest.json'))],
    ['build', build],
  ]
  const isWithBrowser = !process.argv.includes('--no-browser')
  return isWithBrowser
    ? [...all, ['browser', (life) => browser(life, join(reports, 'playwright.json'))]]
    : all
}

// One program, which passes or fails as a whole.
function step(...words) {
  return async (life) => tallyStep(await run(life, words))
}

function tallyStep(status) {
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function typesOf(life) {
  const routes = await run(life, [module('next/dist/bin/next'), 'typegen'])
  return tallyStep(
    routes || (await run(life, [module('typescript/bin/tsc'), '--noEmit', '-p', '.'])),
  )
}

async function openApi(life) {
  const { typescriptProgram } = await import('./serving/commands.mjs')
  return tallyStep(await run(life, typescriptProgram('scripts/check-openapi.ts')))
}

async function vitest(life, report) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const status = await run(life, [module('vitest/vitest.mjs'), 'run', ...reporters])
  return tallyRun(status, read(report, tallyVitest))
}

async function build(life) {
  const { buildIfChanged } = await import('./serving/build.mjs')
  await buildIfChanged(life)
  return { passed: 1, failed: 0 }
}

async function browser(life, report) {
  const { requireChromium } = await import('./chromium.mjs')
  const env = { COLLOQUY_CHROMIUM: requireChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const status = await run(
    life,
    [module('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    env,
  )
  return tallyRun(status, read(report, tallyPlaywright))
}

function read(report, tally) {
  return existsSync(report) ? tally(JSON.parse(readFileSync(report, 'utf8'))) : null
}

function run(life, words, env = {}) {
  const quiet = { NEXT_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0', CI: '1' }
  const child = spawn(process.execPath, words, {
    env: { ...process.env, ...quiet, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  life.onEnd(async () => void child.kill('SIGTERM'))
  return new Promise((done) => {
    child.once('error', () => done(1))
    child.once('close', (status) => done(status ?? 1))
  })
}
