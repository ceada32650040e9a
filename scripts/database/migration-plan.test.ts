import { expect, test } from 'vitest'
import { planMigrations } from './migration-plan.mjs'

const file = (name: string) => ({ name, checksum: `sum of ${name}`, script: '' })
const row = (name: string, more = {}) => ({
  migration_name: name,
  checksum: `sum of ${name}`,
  finished_at: new Date(0),
  rolled_back_at: null,
  ...more,
})
const files = [file('1_first'), file('2_second'), file('3_third')]

test('what was not applied is pending, in order', () => {
  expect(planMigrations(files, [row('1_first')])).toEqual([file('2_second'), file('3_third')])
})

test('one that the operator called rolled back is pending again', () => {
  const rows = [row('1_first'), row('2_second', { finished_at: null, rolled_back_at: new Date(0) })]
  expect(planMigrations(files, rows)).toEqual([file('2_second'), file('3_third')])
})

test.each([
  ['broke off', row('2_second', { finished_at: null }), /half-migrated: 2_second/],
  ['is not in the folder', row('4_fourth'), /newer than this Colloquy: .* 4_fourth/],
  ['was changed since', row('1_first', { checksum: 'other' }), /1_first is not the one/],
])('nothing is planned after one that %s', (_, applied, sentence) => {
  expect(() => planMigrations(files, [applied])).toThrow(sentence)
})
