import { expect, test } from 'vitest'
import { tallyPlaywright, tallyRun, tallyVitest, totalLine } from './tally.mjs'

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
})

test("Vitest's tests are counted, and a file that cannot be loaded is one failure", () => {
  const testResults = [file('passed', 'passed', 'passed'), file('failed', 'failed'), file('failed')]
  expect(tallyVitest({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({
    passed: 2,
    failed: 2,
  })
})

test('a test that passed only when tried again, and an error outside of tests, are failures', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 4 }
  expect(tallyPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3 })
})

test.each([
  ['left no report', 0, null, { passed: 0, failed: 1 }],
  ['ended badly without a failed test', 1, { passed: 3, failed: 0 }, { passed: 3, failed: 1 }],
  ['ran no test', 0, { passed: 0, failed: 0 }, { passed: 0, failed: 1 }],
  ['failed two tests', 1, { passed: 3, failed: 2 }, { passed: 3, failed: 2 }],
  ['passed', 0, { passed: 3, failed: 0 }, { passed: 3, failed: 0 }],
])('a runner that %s', (_, status, tally, counted) => {
  expect(tallyRun(status, tally)).toEqual(counted)
})

test('the last line is the sum', () => {
  const tallies = [
    { passed: 1, failed: 0 },
    { passed: 40, failed: 2 },
  ]
  expect(totalLine(tallies)).toBe('41 passed, 2 failed')
})
