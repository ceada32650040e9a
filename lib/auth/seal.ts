import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { authSecret } from './secret'

// For what must be kept for a while and be read again by this server alone: AES-256-GCM under a key made of AUTH_SECRET.

const IV_BYTES = 12
const TAG_BYTES = 16

/** The text, readable to whoever has AUTH_SECRET, in base64url. */
export function seal(text: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', sealKey(), iv)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The text that was sealed. Throws when it was changed, or sealed under another secret. */
export function unseal(sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const tagEnd = IV_BYTES + TAG_BYTES
  const decipher = createDecipheriv('aes-256-gcm', sealKey(), bytes.subarray(0, IV_BYTES))
  decipher.setAuthTag(bytes.subarray(IV_BYTES, tagEnd))
  return decipher.update(bytes.subarray(tagEnd), undefined, 'utf8') + decipher.final('utf8')
}

function sealKey(): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', authSecret(), '', 'colloquy answers that are kept', 32))
}
