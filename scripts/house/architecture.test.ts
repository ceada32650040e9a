import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../project.mjs'
import { circlesIn } from './circles'
import { deadClasses } from './dead-classes'
import { drawing } from './drawing'
import { LONG_DOORS } from './long-doors'
import { upwardImports } from './rooms'
import { readSources } from './source'

const sources = readSources(projectFolder)

test('the drawing in docs/architecture.md is that of the code: npm run house -- --drawing prints it anew', () => {
  const page = readFileSync(join(projectFolder, 'docs', 'architecture.md'), 'utf8')
  expect(page).toContain(`\`\`\`mermaid\n${drawing(sources)}\n\`\`\``)
})

const FILE_LINES = 300

test('no file is longer than 300 lines', () => {
  const long = sources.filter(({ lines }) => lines > FILE_LINES)
  expect(long.map(({ path, lines }) => `${path} ${lines}`)).toEqual([])
})

const DOOR_LINES = 40
const PAGE_LINES = 60

test('app holds doors only: a file there has at most 40 lines, a page at most 60, with the exceptions named', () => {
  const long = sources
    .filter(({ path }) => path.startsWith('app/'))
    .filter(({ path, lines }) => lines > (path.endsWith('/page.tsx') ? PAGE_LINES : DOOR_LINES))
    .map(({ path }) => path)
  expect(long.toSorted()).toEqual([...LONG_DOORS].toSorted())
})

test('app holds no loaders: what a page asks for stands in lib/pages', () => {
  const rows = sources.filter(
    ({ path, imports }) =>
      /^app\/.*\.ts$/.test(path) && imports.some((imported) => /\/queries(\/|\.ts)/.test(imported)),
  )
  expect(rows.map(({ path }) => path)).toEqual([])
})

// A list of members changes a group, whose verbs these are.
const AT_ANOTHER_NOUN: ReadonlySet<string> = new Set(['rosters groups'])

test('endpoints call the commands of their own noun', () => {
  const across = sources.flatMap(({ path, imports }) => {
    const [, noun] = /^lib\/(\w[\w-]*)\/endpoints/.exec(path) ?? []
    return noun === undefined
      ? []
      : imports
          .map((imported) => /^lib\/([\w-]+)\/commands[/.]/.exec(imported)?.[1] ?? noun)
          .filter((other) => other !== noun && !AT_ANOTHER_NOUN.has(`${noun} ${other}`))
          .map((other) => `${path} → ${other}`)
  })
  expect(across).toEqual([])
})

// A command puts a job into the queue, a page's stream asks the hub: both know only the name of what joins the nouns.
const TO_WHAT_JOINS = /→ lib\/(jobs\/enqueue|live)\.ts$/

test('no import goes up from one floor to another', () => {
  expect(upwardImports(sources).filter((line) => !TO_WHAT_JOINS.test(line))).toEqual([])
})

test('no files import each other in a circle, not even for types', () => {
  expect(circlesIn(sources)).toEqual([])
})

test('no class of a style sheet is without a component that names it', () => {
  expect(deadClasses(projectFolder)).toEqual([])
})

test('every place that the glossary names is there', () => {
  const page = readFileSync(join(projectFolder, 'docs', 'glossary.md'), 'utf8')
  const places = Array.from(page.matchAll(/`((?:lib|components)\/[^`*]+)`/g), ([, place]) => place)
  expect(places.length).toBeGreaterThan(30)
  const missing = places.filter((place) => !place || !existsSync(join(projectFolder, place)))
  expect(missing).toEqual([])
})
