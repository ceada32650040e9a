// What the runners' reports say, as numbers. Pure.

/** Passed and failed of Vitest's JSON report. A file that could not even be loaded counts as one failure. */
export function tallyVitest({ numPassedTests, numFailedTests, testResults }) {
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length }
}

/**
 * Passed and failed of Playwright's JSON report. A test that passed only when tried again is no pass.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number }, errors?: unknown[] }} report
 */
export function tallyPlaywright({ stats, errors = [] }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

/**
 * The tally of a runner, made to agree with how it ended: no report, no test or a bad end without a failed test each count as
 * one failure.
 */
export function tallyRun(status, tally) {
  if (!tally) return { passed: 0, failed: 1 }
  const isSilentFailure = tally.failed === 0 && (status !== 0 || tally.passed === 0)
  return isSilentFailure ? { passed: tally.passed, failed: 1 } : tally
}

/** The line everything ends with. */
export function totalLine(tallies) {
  const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0)
  return `${sum('passed')} passed, ${sum('failed')} failed`
}
