// Main-thread time of painting: everything between knowing where the notes lie and a page that is laid out with them.

import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { projectFolder } from '@/scripts/project.mjs'
import { median, quantile } from './load'
import type { Span } from './spans'

export type Painting = {
  /** Milliseconds: the first time in a page, which is the slowest, and the middle of several. */
  readonly allFirst: number
  readonly all: number
  readonly oneMedian: number
  readonly oneP95: number
}

/** Paints in the open page of a reading without annotations. */
export async function measurePainting(
  page: Page,
  spans: readonly Span[],
  more: readonly Span[],
): Promise<Painting> {
  await page.evaluate(await bundle('painter-in-page.ts'))
  const times = await page.evaluate(
    ([places, added]) => window.colloquyPainting?.(places, added) ?? { all: [], one: [] },
    [spans, more] as const,
  )
  return {
    allFirst: times.all[0] ?? Number.NaN,
    all: median(times.all),
    oneMedian: median(times.one),
    oneP95: quantile(times.one, 0.95),
  }
}

async function bundle(name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': projectFolder.replace(/\/$/, '') } },
    build: {
      write: false,
      lib: {
        entry: join(projectFolder, 'bench', name),
        formats: ['iife'],
        name: 'colloquyBench',
      },
    },
  })
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  const code = outputs.find((output) => output.type === 'chunk')?.code
  if (!code) throw new Error(`${name} could not be bundled`)
  return code
}
