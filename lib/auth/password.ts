import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { Invalid } from '@/lib/errors'
import { hashInTurn } from './hashing'

// argon2id with the parameters OWASP recommends first (19 MiB, two passes, one lane): about 30 ms a hash.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const PASSWORD_MINIMUM = 10
export const PASSWORD_MAXIMUM = 1_024

/** Throws Invalid for a password that is too short or longer than 1,024 characters; asks nothing else of it. */
export function requirePassword(password: string): void {
  const { length } = [...password.normalize('NFC')]
  if (length < PASSWORD_MINIMUM) {
    throw new Invalid(
      'password-short',
      `A password has at least ${PASSWORD_MINIMUM} characters; a few words make a good one.`,
    )
  }
  if (length > PASSWORD_MAXIMUM) {
    throw new Invalid('password-long', `A password has at most ${PASSWORD_MAXIMUM} characters.`)
  }
}

/** The argon2id hash to keep, in PHC string form; `lane` is whose turn it takes. The same password typed in another Unicode form has the same hash input. */
export async function hashPassword(password: string, lane = 'new'): Promise<string> {
  return hashInTurn(lane, () => hash(password.normalize('NFC'), PARAMETERS))
}

// The hash of nobody's password, so that an unknown address takes as long to refuse as a wrong password.
let nobodys: Promise<string> | null = null

/**
 * Whether a password is the one that was hashed; false, after the same time, where there is none. `lane` is whose turn it takes.
 * Throws TooMany when too many wait for theirs.
 */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
  lane = 'known',
): Promise<boolean> {
  const typed = password.normalize('NFC').slice(0, PASSWORD_MAXIMUM * 2)
  if (passwordHash === null) {
    nobodys ??= hashPassword('nobody has this password')
    const standIn = await nobodys
    await hashInTurn(lane, () => verify(standIn, typed))
    return false
  }
  return hashInTurn(lane, () => verify(passwordHash, typed))
}
