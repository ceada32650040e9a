import { fc, test as law } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { momentOfWallTime, momentWords, momentWordsShort, wallTimeOf } from './time-zone'

const moment = (iso: string) => ({ kind: 'moment', at: new Date(iso) })

describe('a wall time in a time zone', () => {
  test.each([
    ['in winter', '2026-11-12T12:00', 'Europe/Berlin', '2026-11-12T11:00:00Z'],
    ['in summer', '2026-07-12T12:00', 'Europe/Berlin', '2026-07-12T10:00:00Z'],
    [
      'the last minute before clocks go forward',
      '2026-03-29T01:59',
      'Europe/Berlin',
      '2026-03-29T00:59:00Z',
    ],
    ['the first one after', '2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    [
      'an hour that comes twice is the first',
      '2026-10-25T02:30',
      'Europe/Berlin',
      '2026-10-25T00:30:00Z',
    ],
    ['after clocks went back', '2026-10-25T03:00', 'Europe/Berlin', '2026-10-25T02:00:00Z'],
    [
      'with half an hour of difference',
      '2026-04-05T01:45',
      'Australia/Lord_Howe',
      '2026-04-04T14:45:00Z',
    ],
    ['far east', '2026-01-01T00:00', 'Pacific/Kiritimati', '2025-12-31T10:00:00Z'],
    ['UTC', '2026-01-01T00:00', 'UTC', '2026-01-01T00:00:00Z'],
  ])('%s', (_, wallTime, zone, at) => {
    expect(momentOfWallTime(wallTime, zone)).toEqual(moment(at))
  })

  test('an hour that clocks go over is no moment', () => {
    expect(momentOfWallTime('2026-03-29T02:30', 'Europe/Berlin')).toEqual({ kind: 'skipped' })
    expect(momentOfWallTime('2026-03-08T02:00', 'America/New_York')).toEqual({ kind: 'skipped' })
  })

  test.each(['', 'tomorrow', '2026-13-01T10:00', '2026-11-12', '2026-11-12T25:00'])(
    '%j is unreadable',
    (wallTime) => {
      expect(momentOfWallTime(wallTime, 'Europe/Berlin')).toEqual({ kind: 'unreadable' })
    },
  )

  law.prop([
    fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 }),
    fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Africa/Casablanca'),
  ])('what a moment is written as leads back to the same wall time', (minutes, zone) => {
    const wallTime = wallTimeOf(new Date(minutes * 60_000), zone)
    const back = momentOfWallTime(wallTime, zone)
    expect(back.kind === 'moment' && wallTimeOf(back.at, zone)).toBe(wallTime)
  })
})

test('words of a moment', () => {
  const at = new Date('2026-11-12T11:00:00Z')
  expect(momentWords(at, 'Europe/Berlin')).toBe('Thu 12 Nov 2026, 12:00 CET')
  expect(momentWordsShort(at, 'Europe/Berlin')).toBe('Thu 12 Nov, 12:00')
})
