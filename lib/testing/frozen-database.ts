import { execFileSync } from 'node:child_process'

/** Stops a database server and all that work for it, as a disk does that does not answer. */
export function freezeDatabase(postmaster: number): void {
  signalAll(postmaster, 'SIGSTOP')
}

/** Lets a frozen database server go on. Does nothing to one that runs. */
export function thawDatabase(postmaster: number): void {
  signalAll(postmaster, 'SIGCONT')
}

function signalAll(postmaster: number, signal: 'SIGSTOP' | 'SIGCONT'): void {
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(postmaster)], {
    encoding: 'utf8',
  })
  const backends = children.split('\n').map(Number).filter(Boolean)
  for (const pid of [...backends, postmaster]) process.kill(pid, signal)
}
