// How results leave: a table to read, and JSON for other programs.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '@/scripts/project.mjs'

/** Prints one line. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`)
}

/** Prints rows under their headings, figures to the right. */
export function printTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = headings.map((heading, n) =>
    Math.max(heading.length, ...rows.map((row) => row[n]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
      .join('  ')
  say(line(headings))
  say(widths.map((width) => '-'.repeat(width)).join('  '))
  for (const row of rows) say(line(row))
  say()
}

/** Keeps results as JSON under `bench/results/` and says where. */
export function keepJson(name: string, results: unknown): void {
  const folder = join(projectFolder, 'bench', 'results')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${name}.json`)
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
  say(`JSON: ${file}`)
}

/** A number with as many decimals as it needs to be read. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '-'
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en')
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2)
}
