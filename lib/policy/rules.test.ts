import { describe, expect, test } from 'vitest'
import { Forbidden, NotFound, Unauthenticated } from '@/lib/errors'
import { type Actor, ANONYMOUS, OPERATOR } from './actor'
import type { Ability, Facts } from './facts'
import { ABILITIES, authorize, can, requireSight, requireWriteScope } from './rules'
import { MATRIX } from './rules.cases'
import { COLUMNS, GONE, member, note, THINGS } from './rules.samples'

function allowedBy(ability: Ability, facts: Facts[Ability]): string {
  const ask: (actor: Actor, ability: Ability, facts: never) => boolean = can
  return Object.entries(COLUMNS)
    .filter(([, actor]) => ask(actor, ability, facts as never))
    .map(([letter]) => letter)
    .join('')
}

describe('the permission matrix', () => {
  test.each(MATRIX)('$ability, $when: $allowed', ({ ability, when, allowed }) => {
    const facts = THINGS[when]
    if (facts === undefined) throw new Error(`the matrix speaks of "${when}", which nothing means`)
    expect(allowedBy(ability, facts)).toBe(allowed)
  })

  test('has a row for every ability', () => {
    const rows = new Set(MATRIX.map(({ ability }) => ability))
    expect(ABILITIES.filter((ability) => !rows.has(ability))).toEqual([])
  })
})

describe('who asks', () => {
  test('an administrator administers the site, and is no member of its groups', () => {
    const admin: Actor = { ...member('admin', null), adminSince: GONE }
    expect(can(admin, 'site.administer', null)).toBe(true)
    expect(can(admin, 'annotation.see', note())).toBe(false)
  })

  test('a token for reading alone reads what its person reads and writes nothing', () => {
    const token: Actor = { ...member('author', 'member'), scopes: ['read'] }
    expect(can(token, 'annotation.see', note())).toBe(true)
    expect(can(token, 'annotation.edit', note())).toBe(false)
    expect(can(token, 'place.keep', null)).toBe(false)
    expect(() => requireWriteScope(token)).toThrow(Forbidden)
  })

  test('a token for writing too administers nothing, and changes nothing about who gets in', () => {
    const token: Actor = { ...member('author', null), adminSince: GONE, scopes: ['read', 'write'] }
    expect(can(token, 'site.administer', null)).toBe(false)
    expect(() => authorize(token, 'person.secure', { personId: 'author' })).toThrow(
      expect.objectContaining({ code: 'needs-session' }),
    )
    expect(can(token, 'person.change', { personId: 'author' })).toBe(true)
    expect(() => requireWriteScope(token)).not.toThrow()
  })

  test('the operator may do everything', () => {
    expect(can(OPERATOR, 'annotation.see', note({ visibility: 'private' }))).toBe(true)
  })
})

describe('what is said to those who may not', () => {
  test('a thing that may not be seen does not exist', () => {
    expect(() => requireSight(ANONYMOUS, 'annotation.see', note())).toThrow(NotFound)
    expect(() => requireSight(ANONYMOUS, 'annotation.see', null)).toThrow(NotFound)
  })

  test('a guest is asked to sign in, a member is refused', () => {
    expect(() => authorize(ANONYMOUS, 'annotation.edit', note())).toThrow(Unauthenticated)
    expect(() => authorize(member('m', 'member'), 'annotation.edit', note())).toThrow(Forbidden)
  })
})
