// Invitations: a code that is read out, typed or stands in a link, with a role, an end and perhaps a number of uses.

export type InvitationState = 'open' | 'revoked' | 'expired' | 'used-up'

export type InvitationFacts = {
  readonly expiresAt: Date
  /** Null: any number of people. */
  readonly usesLeft: number | null
  readonly revokedAt: Date | null
}

// Crockford's base 32: no letter looks or sounds like another or like a digit.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Characters of a code: 32^10 codes, so that guessing one among thousands is hopeless at any rate we let through. */
export const CODE_LENGTH = 10

/** A code from ten random bytes. 256 is a multiple of 32, so every code is as likely as any other. */
export function codeFrom(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, CODE_LENGTH), (byte) => ALPHABET[byte % 32]).join('')
}

/** The code as it is shown: two groups of five. */
export function shownCode(code: string): string {
  return `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`
}

/** The code that somebody meant who typed it: any case, any spacing, O for zero, I and L for one. */
export function codeTyped(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}

/** Whether an invitation still lets anybody in and, if not, why. */
export function invitationState(invitation: InvitationFacts, now: Date): InvitationState {
  if (invitation.revokedAt !== null) return 'revoked'
  if (invitation.expiresAt <= now) return 'expired'
  if (invitation.usesLeft !== null && invitation.usesLeft <= 0) return 'used-up'
  return 'open'
}

/** What is wrong with an invitation that does not let in, and what to do. */
export function invitationProblem(state: Exclude<InvitationState, 'open'>): string {
  switch (state) {
    case 'revoked':
      return 'This invitation was withdrawn. Ask whoever sent it for a new one.'
    case 'expired':
      return 'This invitation has expired. Ask whoever sent it for a new one.'
    case 'used-up':
      return 'This invitation has been used by as many people as it was meant for. Ask whoever sent it for a new one.'
  }
}
