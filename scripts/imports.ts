// Reads a folder of files as an import would and prints what came out of each, so that a maintainer can judge a corpus:
// `npm run imports -- <folder or file>… [--text]`. With --text the document itself follows, one block a line.

import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { counted } from '@/lib/converting/counted'
import { convert, type Read } from '@/lib/converting/files/convert'
import { PublicError } from '@/lib/errors'
import { shownDoc } from '@/lib/testing/shown-doc'

const [, , ...words] = process.argv
const isWhole = words.includes('--text')
const places = words.filter((word) => !word.startsWith('--'))

if (places.length === 0) {
  console.error('Usage: npm run imports -- <folder or file>… [--text]')
  process.exit(1)
}

const outcomes = { read: 0, refused: 0, broken: 0 }
for (const place of places) {
  for (const path of await filesIn(place)) {
    const name = relative(place, path) || path
    const outcome = await outcomeOf(path)
    outcomes[outcome.kind] += 1
    console.log(`${name}\n${outcome.lines.map((line) => `  ${line}`).join('\n')}`)
  }
}
console.log(
  `\n${outcomes.read} read, ${outcomes.refused} refused in words, ${outcomes.broken} broken`,
)
if (outcomes.broken > 0) process.exitCode = 1

async function filesIn(place: string): Promise<string[]> {
  if ((await stat(place)).isFile()) return [place]
  const entries = await readdir(place, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

type Outcome = { readonly kind: keyof typeof outcomes; readonly lines: readonly string[] }

async function outcomeOf(path: string): Promise<Outcome> {
  const bytes = new Uint8Array(await readFile(path))
  const began = performance.now()
  try {
    const source = {
      kind: 'file',
      name: path.split('/').at(-1) ?? '',
      mediaType: '',
      bytes,
    } as const
    const read = await convert(source, { allowed: [], progress: () => {} })
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    return { kind: 'read', lines: [`${read.form}, ${seconds} s`, ...linesOf(read)] }
  } catch (error) {
    if (error instanceof PublicError) {
      return { kind: 'refused', lines: [`refused (${error.code}): ${error.message}`] }
    }
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { kind: 'broken', lines: [`broken: ${message}`] }
  }
}

function linesOf(read: Read): string[] {
  const { metadata, doc, parts, dropped } = read
  const about = [metadata.title, metadata.authors.join('; '), metadata.dated, metadata.language]
  const counts = Object.entries(counted(doc, metadata.language)).filter(([, count]) => count > 0)
  const left = Object.entries(dropped)
  return [
    about.filter((word) => word !== '').join(' · '),
    counts.map(([kind, count]) => `${count} ${kind}`).join(', '),
    ...(parts.length > 0 ? [`parts: ${parts.map(({ title }) => title).join(' | ')}`] : []),
    ...(left.length > 0 ? [`left out: ${left.map(([k, n]) => `${n} ${k}`).join(', ')}`] : []),
    ...(isWhole
      ? (doc.content ?? []).map((block) => shownDoc({ type: 'doc', content: [block] }))
      : []),
  ]
}
