import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { codeFrom, codeTyped, invitationProblem, invitationState, shownCode } from './invitation'

const NOW = new Date('2026-03-10T12:00:00Z')
const LATER = new Date('2026-03-10T12:00:01Z')
const OPEN = { expiresAt: LATER, usesLeft: null, revokedAt: null }

describe('the state of an invitation', () => {
  test.each([
    ['open while nothing speaks against it', OPEN, 'open'],
    ['open with a use left', { ...OPEN, usesLeft: 1 }, 'open'],
    ['used up with none left', { ...OPEN, usesLeft: 0 }, 'used-up'],
    ['expired at the very moment it ends', { ...OPEN, expiresAt: NOW }, 'expired'],
    ['revoked', { ...OPEN, revokedAt: NOW }, 'revoked'],
    ['revoked rather than expired', { ...OPEN, revokedAt: NOW, expiresAt: NOW }, 'revoked'],
    ['expired rather than used up', { ...OPEN, usesLeft: 0, expiresAt: NOW }, 'expired'],
  ])('is %s', (_, invitation, state) => {
    expect(invitationState(invitation, NOW)).toBe(state)
  })

  test('every closed state says what to do', () => {
    for (const state of ['revoked', 'expired', 'used-up'] as const) {
      expect(invitationProblem(state)).toMatch(/Ask whoever sent it/)
    }
  })
})

describe('a code', () => {
  property.prop([fc.uint8Array({ minLength: 10, maxLength: 10 })])(
    'is understood however it is written down',
    (bytes) => {
      const code = codeFrom(bytes)
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
      expect(codeTyped(shownCode(code))).toBe(code)
      expect(codeTyped(` ${shownCode(code).toLowerCase().replace('-', ' – ')}\n`)).toBe(code)
      expect(codeTyped(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code)
    },
  )
})
