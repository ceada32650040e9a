import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

const PREFIX = 'clq_'

/** A new secret of 256 random bits, for an API token or a one-time link. Shown once, never kept. */
export function newSecret(): string {
  return `${PREFIX}${randomBytes(32).toString('base64url')}`
}

/** The SHA-256 by which a secret is kept and found, in hexadecimal. Needs no salt: the secret is random. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
