import { expect, it } from 'vitest'
import { directionOf } from './direction'

it.each([
  ['en', 'ltr'],
  ['ar-EG', 'rtl'],
  ['he', 'rtl'],
  ['uz-Arab', 'rtl'],
  ['fa-Latn', 'ltr'],
] as const)('%s is read %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction)
})
