import { afterEach, expect, test, vi } from 'vitest'
import { ANONYMOUS, NOTHING_WITHHELD, SESSION_SCOPES, type SignedIn } from '@/lib/policy/actor'
import { takeStreamPlaces } from './stream-places'

afterEach(() => vi.unstubAllEnvs())

function person(personId: string): SignedIn {
  const rights = { memberships: new Map(), withheld: NOTHING_WITHHELD, scopes: SESSION_SCOPES }
  return { kind: 'signed-in', personId, name: personId, adminSince: null, ...rights }
}

test('streams are bounded for a person, a network and the server, and given back', () => {
  vi.stubEnv('COLLOQUY_STREAMS', '2/3/5')
  const open = [
    takeStreamPlaces(person('ana'), '2001:db8::1'),
    takeStreamPlaces(person('ana'), '2001:db8::2'),
  ]
  const take = (who: string, address: string) => open.push(takeStreamPlaces(person(who), address))
  expect(() => take('ana', '203.0.113.1')).toThrow('You have 2 live pages')
  open.push(takeStreamPlaces(ANONYMOUS, '2001:db8::3'))
  expect(() => take('ben', '2001:db8::4')).toThrow('in your network')
  take('ben', '203.0.113.2')
  take('carla', '203.0.113.3')
  expect(() => take('dan', '203.0.113.4')).toThrow(
    expect.objectContaining({ status: 429, retryAfter: 10 }),
  )
  for (const give of open) give()
  expect(() => take('ana', '2001:db8::1')).not.toThrow()
})
