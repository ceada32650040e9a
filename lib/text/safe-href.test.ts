import { expect, it } from 'vitest'
import { safeHref } from './safe-href'
import { HREFS } from './safe-href.cases'

it.each(HREFS)('keeps of %j only %j', (sent, kept) => {
  expect(safeHref(sent)).toBe(kept)
})

it('keeps what it kept', () => {
  for (const [, kept] of HREFS) if (kept !== null) expect(safeHref(kept)).toBe(kept)
})

it('takes nothing that is no string', () => {
  for (const sent of [null, undefined, 7, {}, ['https://example.org']]) {
    expect(safeHref(sent)).toBeNull()
  }
})
