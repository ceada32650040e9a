// A real Chromium, and what is measured in any page alike: frames while scrolling, elements, bytes.

import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { chromiumArguments, findChromium } from '@/scripts/chromium.mjs'
import type { Life } from './house'
import { quantile } from './load'

/** Opens the browser that the journeys use. */
export async function openBrowser(life: Life): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: chromiumArguments(),
  })
  life.onEnd(() => browser.close())
  return browser
}

/** A window of its own, with the cookies given. */
export async function openWindow(
  browser: Browser,
  options: { cookies?: Parameters<BrowserContext['addCookies']>[0] } = {},
): Promise<{ page: Page; close: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies(options.cookies ?? [])
  const page = await context.newPage()
  // The TypeScript loader names functions by a helper of its own, also in those that are sent into the page.
  await page.addInitScript({ content: 'globalThis.__name = (named) => named' })
  return { page, close: () => context.close() }
}

export type Scroll = {
  /** The 95th percentile of the time between two frames, in ms. */
  readonly p95: number
  /** CPU milliseconds of the main thread for each frame. */
  readonly work: number
}

const FRAMES = 240

/** Scrolls from the top of the page to its end and back. */
export async function scrollThrough(page: Page): Promise<Scroll> {
  const clock = await mainThreadClock(page)
  const before = await clock()
  const frames = await page.evaluate(async (count) => {
    const frame = () => new Promise<number>((done) => requestAnimationFrame(done))
    const [times, bottom]: [number[], number] = [[], document.documentElement.scrollHeight]
    let last = await frame()
    for (let way = 0; way < count; way++) {
      const share = 1 - Math.abs((2 * way) / count - 1)
      window.scrollTo(0, share * bottom)
      const now = await frame()
      times.push(now - last)
      last = now
    }
    window.scrollTo(0, 0)
    return times
  }, FRAMES)
  return { p95: quantile(frames, 0.95), work: ((await clock()) - before) / FRAMES }
}

/** A clock of the main thread's own CPU time in milliseconds, which runs only while it works: what else the machine does is not in it. */
export async function mainThreadClock(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000
  }
}

/** Bytes that came over the wire for the page and all that it loaded so far. */
export async function transferred(page: Page): Promise<{ page: number; all: number }> {
  return page.evaluate(() => {
    const sizes = (kind: string) =>
      performance
        .getEntriesByType(kind)
        .map((entry) => (entry instanceof PerformanceResourceTiming ? entry.transferSize : 0))
        .reduce((sum, size) => sum + size, 0)
    const own = sizes('navigation')
    return { page: own, all: own + sizes('resource') }
  })
}
