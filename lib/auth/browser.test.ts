import { beforeEach, expect, test, vi } from 'vitest'
import { knowsAccount, newBrowser, openBrowser, sealBrowser, withAccount } from './browser'

beforeEach(() => {
  vi.stubEnv('AUTH_SECRET', 'only for these tests')
})

test('what a browser remembers comes back as it was, and says no account in clear', () => {
  const browser = withAccount(newBrowser(), 'ana@example.org')
  const sealed = sealBrowser(browser)
  expect(openBrowser(sealed)).toEqual(browser)
  expect(Buffer.from(sealed, 'base64url').toString()).not.toContain('ana')
  expect(knowsAccount(browser, 'ana@example.org')).toBe(true)
  expect(knowsAccount(browser, 'ben@example.org')).toBe(false)
})

test('what we did not sign is nothing', () => {
  const [said = '', signed = ''] = sealBrowser(newBrowser()).split('.')
  const other = Buffer.from(JSON.stringify(withAccount(newBrowser(), 'x'))).toString('base64url')
  for (const value of ['', '.', said, `${said}.`, `${other}.${signed}`, `${said}.${signed}x`]) {
    expect(openBrowser(value)).toBeNull()
  }
  vi.stubEnv('AUTH_SECRET', 'another')
  expect(openBrowser(`${said}.${signed}`)).toBeNull()
})

test('it remembers the last ten accounts', () => {
  const browser = Array.from({ length: 12 }, (_, n) => `${n}`).reduce(withAccount, newBrowser())
  expect(knowsAccount(browser, '11')).toBe(true)
  expect(knowsAccount(browser, '2')).toBe(true)
  expect(knowsAccount(browser, '1')).toBe(false)
})
