// PostgreSQL refuses to run as root. Root therefore lends it the user that owns nothing; everyone else runs it as himself.
import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync } from 'node:fs'

/** The user to run the server as: `{ uid, gid }` of nobody for root, `{}` (oneself) for everyone else. */
export function serverUser() {
  if (process.getuid?.() !== 0) return {}
  return { uid: idOfNobody('-u'), gid: idOfNobody('-g') }
}

const usualNobody = 65534

function idOfNobody(flag) {
  try {
    const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }
    return Number(execFileSync('id', [flag, 'nobody'], options)) || usualNobody
  } catch {
    return usualNobody
  }
}

/** Whether that user can enter and read a folder: asked of the system itself, which also knows of ACLs and mounts. */
export function canEnter(folder, user) {
  if (user.uid === undefined) return true
  const { status } = spawnSync('/bin/sh', ['-c', 'cd "$1" && test -r .', 'sh', folder], {
    ...user,
    cwd: '/',
    stdio: 'ignore',
  })
  return status === 0
}

/** Gives a file or folder to the server's user. */
export function giveTo(path, user) {
  if (user.uid !== undefined) chownSync(path, user.uid, user.gid)
}
