// How far two people who judged the same things agree, from the table of their judgements: row i, column j counts the things that the
// first put into category i and the second into j.

export type Table = readonly (readonly number[])[]

/** The table of pairs of categories `0` to `categories - 1`. Pairs outside are left out. */
export function tableOf(
  pairs: readonly (readonly [first: number, second: number])[],
  categories: number,
): Table {
  const table = Array.from({ length: categories }, () => new Array<number>(categories).fill(0))
  for (const [first, second] of pairs) {
    const row = table[first]
    const count = row?.[second]
    if (row && count !== undefined) row[second] = count + 1
  }
  return table
}

/** How many things were judged twice, and the share both put into the same category (0 to 1; null without any). */
export function rawAgreement(table: Table): { readonly n: number; readonly share: number | null } {
  const n = sum(table.flat())
  const same = sum(table.map((row, i) => row[i] ?? 0))
  return { n, share: n === 0 ? null : same / n }
}

/** Cohen's kappa (Cohen 1960); null where it is not defined: nothing judged, or one category alone. */
export function kappa(table: Table): number | null {
  return weightedKappa(table, (i, j) => (i === j ? 0 : 1))
}

/** Kappa with quadratic weights (Cohen 1968), for ordered categories; null where it is not defined. */
export function quadraticKappa(table: Table): number | null {
  return weightedKappa(table, (i, j) => (i - j) ** 2)
}

// 1 − Σ w·observed / Σ w·expected, where the expected counts are those of the margins.
function weightedKappa(table: Table, weight: (i: number, j: number) => number): number | null {
  const n = sum(table.flat())
  const rows = table.map(sum)
  const columns = table.map((_, j) => sum(table.map((row) => row[j] ?? 0)))
  let [observed, expected] = [0, 0]
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      observed += weight(i, j) * count
      expected += (weight(i, j) * (rows[i] ?? 0) * (columns[j] ?? 0)) / n
    }
  }
  return n === 0 || expected === 0 ? null : 1 - observed / expected
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
