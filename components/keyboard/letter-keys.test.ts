import { expect, test } from 'vitest'
import { keyOf } from './letter-keys'

test.each([
  ['a Latin letter', { key: 'r', code: 'KeyR', shiftKey: false }, 'r'],
  ['a Latin letter elsewhere on the board', { key: 'a', code: 'KeyQ', shiftKey: false }, 'a'],
  ['with the capitals locked', { key: 'R', code: 'KeyR', shiftKey: false }, 'r'],
  ['a capital', { key: 'R', code: 'KeyR', shiftKey: true }, 'R'],
  ['Russian', { key: 'к', code: 'KeyR', shiftKey: false }, 'r'],
  ['Greek', { key: 'ξ', code: 'KeyJ', shiftKey: false }, 'j'],
  ['Hebrew', { key: 'מ', code: 'KeyN', shiftKey: false }, 'n'],
  ['Arabic', { key: 'ق', code: 'KeyR', shiftKey: false }, 'r'],
  ['a sign', { key: '?', code: 'Slash', shiftKey: true }, '?'],
  [
    'a letter where Latin boards have a sign',
    { key: 'ж', code: 'Semicolon', shiftKey: false },
    'ж',
  ],
  ['a named key', { key: 'Escape', code: 'Escape', shiftKey: false }, 'Escape'],
] as const)('%s', (_name, pressed, key) => {
  expect(keyOf(pressed)).toBe(key)
})
