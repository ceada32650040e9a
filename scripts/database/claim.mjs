// running.json: who has the data folder's database open, and how it is reached. One process at a time claims it; an operator's
// command uses the database of the server that runs, or claims it for the moment.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PlainError } from '../plain-error.mjs'
import { birthOf, isAlive, waitUntil } from '../processes.mjs'

const longestCommandMs = 60_000

/** The living claim on a data folder (`{ pid, role, url }`, url null while it starts), or null. */
export function readClaim(data) {
  const claim = parseClaim(data)
  return claim && isAlive(claim.pid) && birthOf(claim.pid) === claim.birth ? claim : null
}

function parseClaim(data) {
  try {
    return JSON.parse(readFileSync(fileOf(data), 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}

const fileOf = (data) => join(data, 'running.json')

/**
 * Claims the data folder for this process. Waits for an operator's command to end; throws a plain sentence when a server has
 * it. Answers with `announce(url)`, once the database stands, and `release()`.
 */
export async function claimData(data, role) {
  if (!(await waitUntil(() => tryClaim(data, role), { withinMs: longestCommandMs, everyMs: 100 })))
    throw new PlainError(`An operator's command has held ${data} for a minute: end it, or wait.`)
  const file = fileOf(data)
  return {
    announce: (url) => {
      writeFileSync(`${file}.new`, textOf({ role, url }), { mode: 0o600 })
      renameSync(`${file}.new`, file)
    },
    release: () => rmSync(file, { force: true }),
  }
}

const textOf = ({ role, url }) =>
  `${JSON.stringify({ pid: process.pid, birth: birthOf(process.pid), role, url })}\n`

function tryClaim(data, role) {
  const holder = readClaim(data)
  if (holder && holder.role !== 'command')
    throw new PlainError(
      `Colloquy already runs on ${data} (process ${holder.pid}). Stop it, or choose other data by COLLOQUY_DATA.`,
    )
  if (holder) return false
  rmSync(fileOf(data), { force: true }) // Left by one that was killed.
  try {
    writeFileSync(fileOf(data), textOf({ role, url: null }), { mode: 0o600, flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw new PlainError(`The data folder ${data} cannot be written (${error.code}).`, {
      cause: error,
    })
  }
}
