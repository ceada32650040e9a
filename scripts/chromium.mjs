// A Chromium for the browser tests: the one named, one that is installed, or one that can be got.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { PlainError } from './plain-error.mjs'
import { projectFolder } from './project.mjs'

const usualNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The path of a Chromium, or null. Looks at COLLOQUY_CHROMIUM, then the PATH, then where Playwright keeps its own. */
export function findChromium(env = process.env) {
  if (env.COLLOQUY_CHROMIUM) return env.COLLOQUY_CHROMIUM
  const folders = (env.PATH ?? '').split(delimiter)
  const onPath = usualNames
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find(isProgram)
  if (onPath) return onPath
  const own = chromium.executablePath()
  return existsSync(own) ? own : null
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The path of a Chromium, got by apt (root on Debian) or by Playwright if none is there. Throws a plain sentence if neither can. */
export function requireChromium() {
  for (const get of [() => {}, getByApt, getByPlaywright]) {
    get()
    const found = findChromium()
    if (found) return found
  }
  throw new PlainError(
    'No Chromium was found or could be got: install one, or name it by COLLOQUY_CHROMIUM.',
  )
}

const inherit = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }

function getByApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log('Getting Chromium by apt-get …')
  spawnSync('apt-get', ['update', '-q'], inherit)
  spawnSync(
    'apt-get',
    ['install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'],
    inherit,
  )
}

function getByPlaywright() {
  console.log('Getting Chromium by Playwright …')
  const cli = join(projectFolder, 'node_modules', '@playwright', 'test', 'cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 })
}

const everywhere = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** What Chromium is started with: no talk with the outside, and no sandbox for root, whom it refuses one. */
export function chromiumArguments() {
  return process.getuid?.() === 0 ? ['--no-sandbox', ...everywhere] : everywhere
}
