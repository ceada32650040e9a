// Where the database lies: in the data folder, or, when that is closed to the user the server runs as (root's own clone under
// /root, say), in a place of its own that the data folder points to.
import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PlainError } from '../plain-error.mjs'
import { canEnter } from './server-user.mjs'

const placeElsewhere = '/var/lib/colloquy'

/** The folder for the cluster and, if need be, a copy of the programs. Made when missing. `say` is told of a place elsewhere. */
export function findHome(data, user, say = () => {}) {
  const pointer = join(data, 'postgres-home.json')
  if (existsSync(pointer)) return pointedHome(pointer)
  const home = join(data, 'postgres')
  makeOpenFolder(home)
  if (canEnter(home, user)) return home
  if (existsSync(join(home, 'cluster')))
    throw new PlainError(
      `The database in ${home} cannot be entered by the user it must run as: open the folders above it with chmod o+x.`,
    )
  const elsewhere = join(placeElsewhere, randomUUID())
  makeOpenFolder(elsewhere)
  writeFileSync(pointer, `${JSON.stringify({ path: elsewhere })}\n`)
  say(`The database is kept in ${elsewhere}, since its user cannot enter ${data}.`)
  return elsewhere
}

function pointedHome(pointer) {
  const { path } = JSON.parse(readFileSync(pointer, 'utf8'))
  if (existsSync(path)) return path
  throw new PlainError(
    `The database should lie in ${path}, as ${pointer} says, but is not there: put it back, or begin anew by removing that file.`,
  )
}

// Entered by others, not read: what is secret inside has its own mode.
function makeOpenFolder(folder) {
  if (existsSync(folder)) return
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
}
