import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Phase } from '@/lib/converting/converted'
import { convert } from './convert'

type Told = { readonly phase: Phase; readonly done: number; readonly total: number | null }

async function toldOf(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<readonly Told[]> {
  const told: Told[] = []
  await convert(
    { kind: 'file', name, mediaType: '', bytes },
    { allowed: [], progress: (phase, done, total) => told.push({ phase, done, total }) },
  )
  return told
}

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
const long = Array.from({ length: 400 }, (_, at) => `Paragraph ${at} has *some* words.`)
const docx = new Uint8Array(
  readFileSync(new URL('../samples/ferry-libreoffice.docx', import.meta.url)),
)

const CASES: readonly (readonly [string, Uint8Array<ArrayBuffer>, Phase, number])[] = [
  ['a.md', bytesOf(`# One\n\n${long.join('\n\n')}`), 'reading', 200],
  ['b.md', bytesOf(`<details>\n\n${long.join('\n\n')}\n\n</details>`), 'reading', 200],
  ['b.md', bytesOf(`<details>\n\n${long.join('\n\n')}\n\n</details>`), 'building', 200],
  ['a.txt', bytesOf(long.join('\n\n')), 'reading', 200],
  ['a.html', bytesOf(`<body><p>${long.join('<p>')}</body>`), 'building', 200],
  ['a.docx', docx, 'reading', 4],
  ['a.docx', docx, 'building', 20],
]

test.each(CASES)('%s says how far it is (%#)', async (name, bytes, phase, least) => {
  const told = (await toldOf(name, bytes)).filter((one) => one.phase === phase)
  const [first] = told
  expect(first?.total).toBeGreaterThan(0)
  expect(told.every(({ done, total }) => total === first?.total && done <= (total ?? 0))).toBe(true)
  const steps = told.map(({ done }) => done)
  expect(new Set(steps).size).toBeGreaterThanOrEqual(least)
  expect(steps).toEqual([...steps].sort((one, other) => one - other))
})
