// `npm run admin -- <verb>`: the operator's command line. Uses the database of the server that runs, or opens it for the
// moment when none does. Prints the answer alone, so that scripts may use it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { generateClient } from './install.mjs'
import { live } from './lifecycle.mjs'
import { PlainError } from './plain-error.mjs'
import { waitUntil } from './processes.mjs'
import { projectFolder } from './project.mjs'
import { servingAddress } from './requirements.mjs'

const longestStartMs = 120_000
const words = process.argv.slice(2)
const isAboutItself =
  words.length === 0 || words.some((word) => ['help', '--help', '-h'].includes(word))

await live(async (life) => {
  if (!existsSync(join(projectFolder, 'node_modules', 'tsx')))
    throw new PlainError('Nothing is installed yet: run `npm start` once, or `npm ci`.')
  await generateClient(life)
  const env = isAboutItself ? {} : await environment(life)
  const { typescriptProgram } = await import('./serving/commands.mjs')
  const command = typescriptProgram('scripts/admin-commands.ts', ...words)
  const child = spawn(process.execPath, command, {
    env: { ...process.env, ...env },
    stdio: 'inherit',
  })
  life.status = await new Promise((done) => child.once('close', (status) => done(status ?? 1)))
})

async function environment(life) {
  const { openDataFolder, openSecrets } = await import('./database/data-folder.mjs')
  const { applicationEnvironment } = await import('./serving/environment.mjs')
  const data = openDataFolder()
  const database = await findDatabase(life, data)
  return applicationEnvironment({
    address: servingAddress(),
    database,
    data,
    secrets: openSecrets(data),
  })
}

async function findDatabase(life, data) {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, isEmbedded: false }
  const { readClaim } = await import('./database/claim.mjs')
  const isServing = () => readClaim(data)?.role === 'server'
  if (isServing())
    await waitUntil(() => !isServing() || readClaim(data)?.url, { withinMs: longestStartMs })
  const claim = readClaim(data)
  if (claim?.role === 'server' && claim.url) return { url: claim.url, isEmbedded: true }
  const { openDatabase } = await import('./database/open.mjs')
  return openDatabase(life, { data, role: 'command' })
}
