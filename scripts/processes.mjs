// Who is alive: questions about other processes, answered without trusting a number alone, since numbers are used again.
import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

/** True while a process of that number runs, whoever owns it. One that has ended and was not yet buried does not. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return false
  }
  return statOf(pid)[0] !== 'Z'
}

/** Tells this process from a later one of the same number: its start in clock ticks on Linux, else an empty string. */
export function birthOf(pid) {
  return statOf(pid)[19] ?? ''
}

/** The parent of a process, or null when that cannot be learnt (it is gone, or this is not Linux). */
export function parentOf(pid) {
  return Number(statOf(pid)[1]) || null
}

// The fields of Linux's /proc/…/stat after the name, which may hold spaces and brackets.
function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
  } catch {
    return []
  }
}

/** The program a process runs ("/…/bin/postgres"), or an empty string when that cannot be learnt. */
export function programOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/exe`)
  } catch {
    return programByPs(pid)
  }
}

function programByPs(pid) {
  if (process.platform === 'win32') return ''
  try {
    const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], options).trim()
  } catch {
    return ''
  }
}

/** Waits until a condition holds; false when it did not within the time. */
export async function waitUntil(holds, { withinMs, everyMs = 20 }) {
  const late = performance.now() + withinMs
  while (!(await holds())) {
    if (performance.now() > late) return false
    await new Promise((wake) => setTimeout(wake, everyMs))
  }
  return true
}
