// Classes of the style sheets that no component names. A class that is put together from parts ("chip-" and a kind) counts as used where
// its first part stands in the code.

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

// A library sets these on what it draws: prosemirror-tables marks the cells that are selected.
const SET_BY_LIBRARIES: ReadonlySet<string> = new Set(['selectedCell'])

/** The names of unused classes, each with its sheet. Linear in sheets and code. */
export function deadClasses(folder: string): readonly string[] {
  const paths = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: folder })
    .toString()
    .split('\n')
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  const code = paths
    .filter((path) => /^(app|components|lib)\/.*\.tsx?$/.test(path))
    .map(read)
    .join('\n')
  const words = new Set(code.match(/[\w-]+/g))
  const isUsed = (name: string) =>
    words.has(name) ||
    SET_BY_LIBRARIES.has(name) ||
    stemsOf(name).some((stem) => words.has(`${stem}-`))
  return paths
    .filter((path) => path.endsWith('.css'))
    .flatMap((path) => classesIn(read(path)).map((name) => ({ path, name })))
    .filter(({ name }) => !isUsed(name))
    .map(({ path, name }) => `${path} .${name}`)
}

function classesIn(sheet: string): readonly string[] {
  const rules = sheet.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\{[^{}]*\}/g, '{}')
  return [...new Set(Array.from(rules.matchAll(/\.([a-z][\w-]*)/g), ([, name]) => name ?? ''))]
}

function stemsOf(name: string): readonly string[] {
  const parts = name.split('-')
  return parts.slice(1).map((_, n) => parts.slice(0, n + 1).join('-'))
}
