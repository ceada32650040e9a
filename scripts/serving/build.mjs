// Builds the application when its sources are not those of the last build.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../project.mjs'

/** The folder the build goes to. */
export const buildFolder = join(projectFolder, process.env.NEXT_DIST_DIR ?? '.next')

/** The program that serves the build. */
export const serverProgram = join(buildFolder, 'standalone', 'server.js')

/** Builds unless the build there is of these sources. */
export async function buildIfChanged(life) {
  const stamp = stampOf(projectFolder)
  const stampFile = join(buildFolder, 'colloquy-sources')
  const isBuilt = existsSync(stampFile) && existsSync(serverProgram)
  if (isBuilt && readFileSync(stampFile, 'utf8') === stamp) return
  console.log('Building (about a minute, only after a change) …')
  rmSync(stampFile, { force: true })
  const next = join(projectFolder, 'node_modules', 'next', 'dist', 'bin', 'next')
  const env = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
  try {
    await life.run(process.execPath, [next, 'build'], {
      env,
      quiet: !process.env.COLLOQUY_VERBOSE,
      failure: 'The build failed.',
    })
  } catch (error) {
    // Turbopack keeps a failed build in its cache and would fail again.
    rmSync(join(buildFolder, 'cache'), { recursive: true, force: true })
    throw error
  }
  addStaticFiles()
  writeFileSync(stampFile, stamp)
}

// What Next leaves to a CDN, and we serve ourselves.
function addStaticFiles() {
  const standalone = join(buildFolder, 'standalone')
  const inside = join(standalone, process.env.NEXT_DIST_DIR ?? '.next', 'static')
  cpSync(join(buildFolder, 'static'), inside, { recursive: true })
  const open = join(projectFolder, 'public')
  if (existsSync(open)) cpSync(open, join(standalone, 'public'), { recursive: true })
}

const apart = new Set([
  'node_modules',
  'e2e',
  'bench',
  'docs',
  'scripts',
  'generated',
  'migrations',
  'seed',
  'testing',
  'coverage',
  'test-results',
  'playwright-report',
])
const isSource = (name) =>
  /\.(ts|tsx|js|mjs|json|css|svg|png|woff2|ico|prisma|md|txt|webmanifest)$/.test(name) &&
  !/\.test\.tsx?$|\.tsbuildinfo$|^next-env|^tsconfig|^README/.test(name)

/** A hash over names and contents of all that goes into a build (but tsconfig.json, which the build itself edits). About 50 ms. */
export function stampOf(folder) {
  const hash = createHash('sha256').update(process.versions.node)
  for (const path of sourcesOf(folder, ''))
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(folder, path)))
      .update('\0')
  return hash.digest('hex')
}

function sourcesOf(folder, inside) {
  return readdirSync(join(folder, inside), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = inside ? `${inside}/${entry.name}` : entry.name
      if (entry.name.startsWith('.') || apart.has(entry.name)) return []
      if (entry.isDirectory()) return sourcesOf(folder, path)
      return entry.isFile() && isSource(entry.name) ? [path] : []
    })
}
