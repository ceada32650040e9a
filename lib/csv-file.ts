// A table as a CSV file that spreadsheet programs open: text that they would take for a formula is written as text, numbers stay numbers.

import { stringify } from 'csv-stringify/browser/esm/sync'

export type Value = string | number | null
export type Rows = readonly (readonly Value[])[]

// What a spreadsheet program reads as a formula (OWASP, "CSV Injection").
const FORMULA = /^[=+\-@\t\r]/

/** Rows as CSV (RFC 4180), with the mark by which spreadsheet programs know UTF-8. */
export function csvOf(rows: Rows): string {
  return stringify(
    rows.map((row) => row.map(safe)),
    { bom: true, record_delimiter: 'windows' },
  )
}

function safe(value: Value): Value {
  return typeof value === 'string' && FORMULA.test(value) ? `'${value}` : value
}
