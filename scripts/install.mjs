// Installs what the lock names, if it is not all there. Only what Node brings, for nothing may be installed yet.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectFolder } from './project.mjs'

/** Runs `npm ci` unless what is installed is what package-lock.json says. */
export async function installMissing(life) {
  const [wanted, installed] = [
    readLock('package-lock.json'),
    readLock('node_modules/.package-lock.json'),
  ]
  if (isInstalled(wanted, installed)) return
  console.log('Installing what is missing (npm ci) …')
  const npm = process.env.npm_execpath
  const words = ['ci', '--include=dev', '--no-audit', '--no-fund']
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const failure = 'npm ci failed: the registry must be reachable, and this folder writable.'
  await life.run(command, [...first, ...words], { failure })
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(join(projectFolder, path), 'utf8')).packages
  } catch (error) {
    if (error.code === 'ENOENT') return {}
    throw error
  }
}

/**
 * Whether npm's record of what is installed (`node_modules/.package-lock.json`, written at the end of an install) has every
 * package of the lock in the locked version. Packages for other platforms are left out by npm and need not be there.
 */
export function isInstalled(wanted, installed) {
  return Object.entries(wanted).every(([path, { version, optional, devOptional, peer }]) => {
    if (path === '') return true
    const there = installed[path]
    return there ? there.version === version : Boolean(optional || devOptional || peer)
  })
}

/** Makes the Prisma client from schema.prisma unless the one there was made from this schema by this Prisma. */
export async function generateClient(life) {
  const schema = readFileSync(join(projectFolder, 'prisma', 'schema.prisma'))
  const version = readLock('package-lock.json')['node_modules/prisma'].version
  const stamp = createHash('sha256').update(schema).update(version).digest('hex')
  const stampFile = join(projectFolder, 'lib', 'generated', 'prisma.stamp')
  const isMade = existsSync(join(projectFolder, 'lib', 'generated', 'prisma', 'client.ts'))
  if (isMade && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  const prisma = join(projectFolder, 'node_modules', 'prisma', 'build', 'index.js')
  const failure = 'The database client could not be generated from prisma/schema.prisma.'
  await life.run(process.execPath, [prisma, 'generate'], {
    failure,
    quiet: true,
    env: { PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  })
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp)
}
