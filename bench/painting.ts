// Main-thread time of painting: everything between knowing where the notes lie and a page that is laid out with them.

import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { projectFolder } from '@/scripts/project.mjs'
import { mainThreadClock } from './browser'
import { median, quantile } from './load'
import type { Span } from './spans'

export type Painting = {
  /** CPU milliseconds of the main thread: the first time in a page, which is the slowest, and the middle of several. */
  readonly allFirst: number
  readonly all: number
  /** One more where all stand, and where none stands, which changes marks for certain; 95th percentile. */
  readonly oneToAll: number
  readonly oneToNone: number
}

const TURNS = 7

/** Paints in the open page of a reading without annotations. */
export async function measurePainting(
  page: Page,
  spans: readonly Span[],
  more: readonly Span[],
): Promise<Painting> {
  await page.evaluate(await bundle('painter-in-page.ts'))
  const clock = await mainThreadClock(page)
  const spent = async (work: () => Promise<void>) => {
    const before = await clock()
    await work()
    return (await clock()) - before
  }
  await page.evaluate((places) => window.colloquyPainting?.keep(places), spans)
  const all: number[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    await page.evaluate(() => window.colloquyPainting?.none())
    all.push(await spent(() => page.evaluate(() => window.colloquyPainting?.all())))
  }
  const addOne = (span: Span) =>
    spent(() => page.evaluate((added) => window.colloquyPainting?.one(added), span))
  const [toAll, toNone]: [number[], number[]] = [[], []]
  for (const span of more) toAll.push(await addOne(span))
  for (const span of more) {
    await page.evaluate(() => window.colloquyPainting?.none())
    toNone.push(await addOne(span))
  }
  return {
    allFirst: all[0] ?? Number.NaN,
    all: median(all),
    oneToAll: quantile(toAll, 0.95),
    oneToNone: quantile(toNone, 0.95),
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
