// postmaster.pid, the file by which a PostgreSQL server says that it has a data directory: line 1 its process, 2 the
// directory, 3 when it began, 4 the port, 5 the socket folder, 6 the address, 7 shared memory, 8 how far it is.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, programOf } from '../processes.mjs'

/** What the file says, or null when it says nothing that can be used (empty, or cut off in a crash). */
export function parsePostmasterPid(text) {
  const lines = text.split('\n').map((line) => line.trim())
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return null
  return { pid, port: Number(lines[3]) || null, isReady: lines[7] === 'ready' }
}

/** What the file in a data directory says, or null when there is none. */
export function readPostmasterPid(cluster) {
  try {
    return parsePostmasterPid(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

/** The server that has this data directory open now, or null. A number that went to some other program does not count. */
export function runningServer(cluster) {
  const said = readPostmasterPid(cluster)
  if (!said || !isAlive(said.pid)) return null
  const program = programOf(said.pid)
  return program === '' || /postgres/.test(program) ? said : null
}
