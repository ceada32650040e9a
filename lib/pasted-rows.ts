// A list as people paste it from a spreadsheet or a file. Pure.

import { parse } from 'csv-parse/browser/esm/sync'

/**
 * The cells of each line, trimmed; empty lines are left out. Tabs, semicolons or commas separate, whichever comes first of these in the list at
 * all; quotes hold. Null: a quote is not closed. Linear in the list.
 */
export function pastedRows(list: string): readonly (readonly string[])[] | null {
  const delimiter = ['\t', ';', ','].find((sign) => list.includes(sign)) ?? ','
  try {
    return parse(list, {
      delimiter,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    })
  } catch {
    return null
  }
}
