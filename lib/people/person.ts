// The rules of a person, pure.

import { Invalid } from '@/lib/errors'
import { hasInvisible } from '@/lib/text/invisible'

const ADDRESS = /^[^\s@<>()"]{1,64}@[^\s@<>()"]{1,190}$/

/** An address as it is kept: trimmed, lower case, NFC. Throws Invalid for what is none. */
export function normaliseEmail(email: string): string {
  const address = email.trim().normalize('NFC').toLowerCase()
  if (!ADDRESS.test(address)) throw new Invalid('email', 'This is not an e-mail address.')
  return address
}

const NAME_MAXIMUM = 100

/** A name as it is kept: NFC, single spaces. Throws Invalid when it is empty, too long or has characters that nobody sees. */
export function normaliseName(name: string): string {
  const clean = name.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (clean === '' || clean.length > NAME_MAXIMUM) {
    throw new Invalid('name', `A name has 1 to ${NAME_MAXIMUM} characters.`)
  }
  if (hasInvisible(clean)) {
    throw new Invalid('name', 'A name cannot contain invisible characters. Type it anew.')
  }
  return clean
}
