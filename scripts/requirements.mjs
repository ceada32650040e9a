// What must be true before anything is begun. Only what Node brings, for nothing may be installed yet.
import { createServer } from 'node:net'
import { PlainError } from './plain-error.mjs'

const oldestNode = [20, 19]

/** Throws a plain sentence when this Node is too old for the libraries. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isOld = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])
  if (isOld)
    throw new PlainError(
      `Colloquy needs Node ${oldestNode.join('.')} or newer; this is Node ${version}.`,
    )
}

/**
 * The address to serve at: PORT (3000) on HOST (this machine alone). Throws a plain sentence when PORT is no port.
 * @param {Record<string, string | undefined>} env
 */
export function servingAddress(env = process.env) {
  const port = Number(env.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new PlainError(`PORT should be a number from 1 to 65535, not "${env.PORT}".`)
  const host = env.HOST || '127.0.0.1'
  return { host, port, url: (env.COLLOQUY_URL || `http://localhost:${port}`).replace(/\/+$/, '') }
}

const busyPort = {
  EADDRINUSE: (port) =>
    `Port ${port} is busy: something else listens there. Stop it, or choose another by PORT=…`,
  EACCES: (port) => `Port ${port} may not be used by this user: choose one above 1023 by PORT=…`,
  EADDRNOTAVAIL: (_, host) => `HOST=${host} is not an address of this machine.`,
}

/** Throws a plain sentence when the port cannot be listened on. */
export async function requireFreePort({ host, port }) {
  const probe = createServer()
  try {
    await new Promise((ready, failed) => probe.once('error', failed).listen(port, host, ready))
  } catch (error) {
    throw new PlainError(
      busyPort[error.code]?.(port, host) ?? `Port ${port} cannot be listened on: ${error.message}`,
      { cause: error },
    )
  }
  await new Promise((closed) => probe.close(closed))
}
