import { expect, test } from 'vitest'
import { isDigestDue, isQuiet, lastDigestMoment, type Timing } from './timing'

const TIMING: Timing = {
  quietFrom: null,
  quietTo: null,
  digest: 'daily',
  digestHour: 8,
  digestDay: 1,
  timeZone: 'UTC',
}
const at = (time: string) => new Date(`${time}Z`)

test.each([
  ['none', null, null, '2026-11-10T23:00', false],
  ['over midnight, before', 22, 7, '2026-11-10T21:59', false],
  ['over midnight, late', 22, 7, '2026-11-10T22:00', true],
  ['over midnight, early', 22, 7, '2026-11-10T06:59', true],
  ['over midnight, after', 22, 7, '2026-11-10T07:00', false],
  ['by day', 9, 17, '2026-11-10T12:00', true],
  ['the same hour twice is none', 9, 9, '2026-11-10T09:30', false],
])('quiet hours: %s', (_, quietFrom, quietTo, time, is) => {
  expect(isQuiet({ ...TIMING, quietFrom, quietTo }, at(time))).toBe(is)
})

test('quiet hours are those of the person', () => {
  const timing = { ...TIMING, quietFrom: 22, quietTo: 7, timeZone: 'Asia/Seoul' }
  expect(isQuiet(timing, at('2026-11-10T14:00'))).toBe(true)
  expect(isQuiet({ ...timing, timeZone: 'UTC' }, at('2026-11-10T14:00'))).toBe(false)
})

test.each<[string, Partial<Timing>, string, string | null]>([
  ['today, when its hour has come', {}, '2026-11-10T08:00', '2026-11-10T08:00'],
  ['yesterday, before', {}, '2026-11-10T07:59', '2026-11-09T08:00'],
  ['in the zone of the person', { timeZone: 'Asia/Seoul' }, '2026-11-10T00:00', '2026-11-09T23:00'],
  ['weekly, on its day', { digest: 'weekly' }, '2026-11-11T12:00', '2026-11-09T08:00'],
  [
    'in an hour that clocks skip, an hour later',
    { timeZone: 'Europe/Berlin', digestHour: 2 },
    '2026-03-29T12:00',
    '2026-03-29T01:00',
  ],
  ['never, where none is wanted', { digest: 'off' }, '2026-11-10T08:00', null],
])('a digest was due %s', (_, more, now, due) => {
  const found = lastDigestMoment({ ...TIMING, ...more }, at(now))
  expect(found).toEqual(due === null ? null : at(due))
})

test('a digest is sent once, not too late, and not in quiet hours', () => {
  const now = at('2026-11-10T08:10')
  expect(isDigestDue(TIMING, now, null)).toBe(true)
  expect(isDigestDue(TIMING, now, at('2026-11-09T08:00'))).toBe(true)
  expect(isDigestDue(TIMING, now, at('2026-11-10T08:00'))).toBe(false)
  expect(isDigestDue(TIMING, at('2026-11-10T20:01'), null)).toBe(false)
  expect(isDigestDue({ ...TIMING, quietFrom: 7, quietTo: 9 }, now, null)).toBe(false)
})
