// `npm run house`: figures of the structure, measured from the code as it stands. `--json` prints them for a comparison, `--drawing` the
// drawing of docs/architecture.md.

import { parseArgs } from 'node:util'
import { projectFolder } from '../project.mjs'
import { circlesIn } from './circles'
import { deadClasses } from './dead-classes'
import { drawing } from './drawing'
import { upwardImports } from './rooms'
import { readSources } from './source'

const flag = { type: 'boolean', default: false } as const
const { values: flags } = parseArgs({ options: { json: flag, drawing: flag } })

const sources = readSources(projectFolder)
const functions = sources.flatMap(({ path, functions: inFile }) =>
  inFile.map(({ name, lines }) => ({ path, name, lines })),
)
const folders = new Map<string, number>()
for (const { path } of sources) {
  const folder = path.split('/').slice(0, -1).join('/')
  folders.set(folder, (folders.get(folder) ?? 0) + 1)
}

const figures = {
  files: sources.length,
  'folders with more than 20 files': [...folders.values()].filter((count) => count > 20).length,
  'files in the fullest folder': Math.max(...folders.values()),
  'median file, lines': median(sources.map(({ lines }) => lines)),
  'longest file, lines': Math.max(...sources.map(({ lines }) => lines)),
  'median function, lines with JSX': median(functions.map(({ lines }) => lines)),
  'longest function, lines with JSX': Math.max(...functions.map(({ lines }) => lines)),
  'functions of more than 60 lines with JSX': functions.filter(({ lines }) => lines > 60).length,
  'circles of imports, types included': circlesIn(sources).length,
  'imports that go up': upwardImports(sources).length,
  'classes of style sheets that nothing uses': deadClasses(projectFolder).length,
}

if (flags.drawing) console.log(drawing(sources))
else if (flags.json) console.log(JSON.stringify(figures, null, 2))
else {
  console.table(figures)
  list(
    'Longest functions',
    longest(functions.map(({ path, name, lines }) => [`${path} ${name}`, lines])),
  )
  list('Fullest folders', longest([...folders]))
  list('Imports that go up', upwardImports(sources))
  list(
    'Circles',
    circlesIn(sources).map((paths) => paths.join(' · ')),
  )
  list('Classes nothing uses', deadClasses(projectFolder))
}

function longest(counted: readonly (readonly [string, number])[]): readonly string[] {
  return counted
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 8)
    .map(([name, count]) => `${count}  ${name}`)
}

function list(heading: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log(`\n${heading}\n${lines.map((line) => `  ${line}`).join('\n')}`)
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0
}
