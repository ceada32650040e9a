import { describe, expect, it } from 'vitest'
import {
  DEFAULT_LOOK,
  preferencesCookie,
  preferencesFrom,
  stepped,
  withPart,
} from './reading-preferences'

describe('the look of a text', () => {
  it('is as usual without a cookie, and with one that makes no sense', () => {
    expect(preferencesFrom(undefined)).toEqual(DEFAULT_LOOK)
    expect(preferencesFrom('font:comic~size:900px;}body{~constructor:x')).toEqual(DEFAULT_LOOK)
  })

  it('survives the way through a cookie', () => {
    const look = withPart(withPart(DEFAULT_LOOK, 'font', 'lexend'), 'leading', '2.0')
    expect(preferencesFrom(preferencesCookie(look))).toEqual(look)
    expect(preferencesCookie(look)).toMatch(/^[a-z0-9:.~-]+$/)
  })

  it('steps through sizes and stays at the ends', () => {
    expect(stepped(DEFAULT_LOOK, 'size', 1).size).toBe('21')
    expect(stepped(withPart(DEFAULT_LOOK, 'size', '28'), 'size', 1).size).toBe('28')
    expect(stepped(withPart(DEFAULT_LOOK, 'size', '15'), 'size', -1).size).toBe('15')
  })
})
