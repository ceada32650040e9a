import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Invalid } from '@/lib/errors'
import { requirePublicUrl } from './public-address'
import { ALLOWED, DENIED } from './public-address.cases'

describe('an address by its writing', () => {
  it.each(DENIED)('is refused: %s', (address) => {
    expect(() => requirePublicUrl(address, [])).toThrow(Invalid)
  })

  it.each(ALLOWED)('is taken: %s', (address) => {
    expect(() => requirePublicUrl(address, [])).not.toThrow()
  })

  it('passes where the operator allows that host and port, and no other', () => {
    const allowed = ['localhost:4000', '127.0.0.1:80']
    expect(requirePublicUrl('http://localhost:4000/a', allowed).pathname).toBe('/a')
    expect(requirePublicUrl('http://127.0.0.1/', allowed).port).toBe('')
    expect(() => requirePublicUrl('http://localhost:4001/', allowed)).toThrow(Invalid)
    expect(() => requirePublicUrl('https://127.0.0.1/', allowed)).toThrow(Invalid)
  })

  const PAYLOADS = '../shared/data/payloads/ssrf'
  const skipped = existsSync(PAYLOADS) ? '' : ` (skipped: ${PAYLOADS} is not on this machine)`

  it.skipIf(skipped)(`of the collections is refused or taken as it says there${skipped}`, () => {
    for (const address of linesOf('must-deny.txt')) {
      expect(() => requirePublicUrl(address, []), address).toThrow(Invalid)
    }
    for (const address of linesOf('must-allow.txt')) {
      expect(() => requirePublicUrl(address, []), address).not.toThrow()
    }
  })

  function linesOf(file: string): string[] {
    return readFileSync(`${PAYLOADS}/${file}`, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
  }
})
