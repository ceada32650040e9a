// The data folder: `.colloquy/` in the project unless COLLOQUY_DATA names another.
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { PlainError } from '../plain-error.mjs'
import { projectFolder } from '../project.mjs'

/** The data folder's absolute path; made when missing. Throws a plain sentence when it cannot be written. */
export function openDataFolder(env = process.env) {
  const data = resolve(projectFolder, env.COLLOQUY_DATA || '.colloquy')
  try {
    makeFolder(data)
    accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK)
    return data
  } catch (error) {
    throw new PlainError(
      `The data folder ${data} cannot be written (${error.code}): give yourself the right, or name another by COLLOQUY_DATA.`,
    )
  }
}

// Not by mkdir's `recursive`: under /proc and the like that tries for ever.
function makeFolder(folder) {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
  chmodSync(folder, 0o755)
}

/** The secrets of this installation, made at the first start and kept in secrets.json, which only its owner may read. */
export function openSecrets(data) {
  const file = join(data, 'secrets.json')
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error.code !== 'ENOENT')
      throw new PlainError(
        `${file} cannot be read (${error.code ?? 'it is not JSON'}): it holds the database's password and must be whole.`,
      )
  }
  const secrets = {
    databasePassword: randomBytes(24).toString('base64url'),
    authSecret: randomBytes(32).toString('base64url'),
  }
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  return secrets
}
