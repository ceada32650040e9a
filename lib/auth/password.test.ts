import { describe, expect, test } from 'vitest'
import { hashPassword, requirePassword, verifyPassword } from './password'

describe('a password', () => {
  test('is taken with ten characters, counted as people count them, and with a thousand', () => {
    expect(() => requirePassword('🐘'.repeat(10))).not.toThrow()
    expect(() => requirePassword('correct horse battery staple')).not.toThrow()
    expect(() => requirePassword('a'.repeat(1_024))).not.toThrow()
  })

  test.each([
    ['nine characters', 'a'.repeat(9), 'password-short'],
    ['nine characters of two units each', '🐘'.repeat(9), 'password-short'],
    ['more than 1,024 characters', 'a'.repeat(1_025), 'password-long'],
  ])('is refused with %s', (_, password, code) => {
    expect(() => requirePassword(password)).toThrow(expect.objectContaining({ code }))
  })

  test('is kept by argon2id with a salt of its own', async () => {
    const [one, other] = await Promise.all([
      hashPassword('a passphrase'),
      hashPassword('a passphrase'),
    ])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(other)
  })

  test('is compared to its last character', async () => {
    const long = `${'🐘'.repeat(1_023)}a`
    const hash = await hashPassword(long)
    expect(await verifyPassword(hash, long)).toBe(true)
    expect(await verifyPassword(hash, `${'🐘'.repeat(1_023)}b`)).toBe(false)
  })

  test('of nobody is never right', async () => {
    expect(await verifyPassword(null, 'nobody has this password')).toBe(false)
  })
})
