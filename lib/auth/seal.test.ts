import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { seal, unseal } from './seal'

beforeEach(() => vi.stubEnv('AUTH_SECRET', 'only for these tests'))
afterEach(() => vi.unstubAllEnvs())

test('what is sealed is read again, and never looks the same twice', () => {
  expect(unseal(seal('{"name":"Łucja"}'))).toBe('{"name":"Łucja"}')
  expect(seal('a')).not.toBe(seal('a'))
})

test('what was changed, or sealed under another secret, is not read', () => {
  const sealed = seal('a secret')
  expect(() => unseal(`${sealed.slice(0, -2)}AA`)).toThrow()
  vi.stubEnv('AUTH_SECRET', 'of another server')
  expect(() => unseal(sealed)).toThrow()
})
