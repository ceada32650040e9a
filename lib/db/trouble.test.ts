import { expect, test } from 'vitest'
import { databaseTrouble } from './trouble'

const pg = (code: string, message = '') => Object.assign(new Error(message), { code })
const byPrisma = (originalCode: string) =>
  Object.assign(new Error('Database error'), {
    code: 'P2010',
    meta: { driverAdapterError: { cause: { kind: 'postgres', originalCode } } },
  })

test.each([
  [pg('ECONNREFUSED'), 'away'],
  [pg('57P03', 'the database system is starting up'), 'away'],
  [pg('25006', 'cannot execute INSERT in a read-only transaction'), 'away'],
  [byPrisma('57014'), 'away'],
  [new Error('Query read timeout'), 'away'],
  [new Error('timeout exceeded when trying to connect'), 'away'],
  [pg('53100', 'could not extend file'), 'full'],
  [byPrisma('53100'), 'full'],
  [new Error('could not write to file: No space left on device'), 'full'],
  [pg('23505', 'duplicate key'), null],
  [new Error('Something else'), null],
  [null, null],
])('%s is told as %s', (error, trouble) => {
  expect(databaseTrouble(error)).toBe(trouble)
})
