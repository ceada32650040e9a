// running.json: who has the data folder's database open, and how it is reached. One process at a time claims it; an operator's
// command uses the database of the server that runs, or claims it for the moment.
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { PlainError } from '../plain-error.mjs'
import { birthOf, isAlive, waitUntil } from '../processes.mjs'

const longestCommandMs = 60_000
const longestEndMs = 45_000
const longestTurnMs = 10_000

/** The living claim on a data folder (`{ pid, role, url, isEnding }`, url null while it starts), or null. */
export function readClaim(data) {
  const claim = parseClaim(data)
  return claim && lives(claim) ? claim : null
}

const lives = ({ pid, birth }) => isAlive(pid) && birthOf(pid) === birth

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
 * Waits until no server that is ending, and no application that outlived a killed server, uses the data folder any more, so that its
 * port is free. Throws a plain sentence when a server runs there that is not about to end.
 */
export async function awaitFolder(data) {
  const isEnding = () => readClaim(data)?.isEnding === true
  await waitUntil(() => !isEnding(), { withinMs: longestEndMs, everyMs: 50 })
  refuseSecond(data, readClaim(data))
  const app = parseClaim(data)?.app
  if (!app || readClaim(data) || !lives(app)) return
  // Its starter was killed: it has noticed and ends, as it would at this signal.
  process.kill(app.pid, 'SIGTERM')
  if (!(await waitUntil(() => !lives(app), { withinMs: longestTurnMs, everyMs: 50 })))
    process.kill(app.pid, 'SIGKILL')
}

function refuseSecond(data, holder) {
  if (holder && holder.role !== 'command')
    throw new PlainError(
      `Colloquy already runs on ${data} (process ${holder.pid}). Stop it, or choose other data by COLLOQUY_DATA.`,
    )
}

/**
 * Claims the data folder for this process. Waits for an operator's command, or for a server that is ending, to end; throws a plain
 * sentence when a server has it. Answers with `announce(url)`, once the database stands, `born(pid)` for the application's process,
 * `end()`, when the end begins, and `release()`.
 */
export async function claimData(data, role) {
  await awaitFolder(data)
  if (!(await waitUntil(() => tryClaim(data, role), { withinMs: longestCommandMs, everyMs: 100 })))
    throw new PlainError(`An operator's command has held ${data} for a minute: end it, or wait.`)
  const said = { role, url: null }
  const say = (more) => writeClaim(data, Object.assign(said, more))
  return {
    announce: (url) => say({ url }),
    born: (pid) => say({ app: { pid, birth: birthOf(pid) } }),
    end: () => say({ isEnding: true }),
    release: () => rmSync(fileOf(data), { force: true }),
  }
}

const textOf = (said) =>
  `${JSON.stringify({ pid: process.pid, birth: birthOf(process.pid), ...said })}\n`

function writeClaim(data, said) {
  const file = fileOf(data)
  writeFileSync(`${file}.new`, textOf(said), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

function tryClaim(data, role) {
  if (!takeTurn(data)) return false
  try {
    const holder = readClaim(data)
    refuseSecond(data, holder)
    if (holder) return false
    writeClaim(data, { role, url: null }) // Over what one left that was killed.
    return true
  } catch (error) {
    if (error instanceof PlainError) throw error
    throw cannotWrite(data, error)
  } finally {
    rmdirSync(turnOf(data))
  }
}

// Looking and claiming are one turn: of two that start at the same moment, one waits until the other has claimed.
const turnOf = (data) => join(data, 'claiming')

function takeTurn(data) {
  try {
    mkdirSync(turnOf(data))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw cannotWrite(data, error)
    forgetOldTurn(data)
    return false
  }
}

// A turn takes milliseconds: one that is older is of a process that was killed within it.
function forgetOldTurn(data) {
  try {
    if (Date.now() - statSync(turnOf(data)).mtimeMs > longestTurnMs) rmdirSync(turnOf(data))
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

function cannotWrite(data, error) {
  const why = error.code === 'ENOSPC' ? 'the disk is full' : error.code
  return new PlainError(`The data folder ${data} cannot be written (${why}).`, { cause: error })
}
