import { expect, test } from 'vitest'
import { missingFromLock } from './check-lock.mjs'

const next = { version: '16.0.0', optionalDependencies: { 'next-linux': '1', 'next-mac': '1' } }

test('an optional package that is named and not locked is missing', () => {
  expect(missingFromLock({ 'node_modules/next': next, 'node_modules/next-linux': {} })).toEqual([
    'next-mac',
  ])
})

test('one that lies inside the package that names it is not', () => {
  const inside = {
    'node_modules/next': next,
    'node_modules/next-linux': {},
    'node_modules/next/node_modules/next-mac': {},
  }
  expect(missingFromLock(inside)).toEqual([])
})
