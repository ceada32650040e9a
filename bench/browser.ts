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

/** The 95th percentile of the time between frames, in ms, while the page scrolls from its top to its end and back. */
export async function scrollFrames(page: Page): Promise<number> {
  const frames = await page.evaluate(async () => {
    const frame = () => new Promise<number>((done) => requestAnimationFrame(done))
    const [times, bottom]: [number[], number] = [[], document.documentElement.scrollHeight]
    let last = await frame()
    for (let way = 0; way < 240; way++) {
      const share = 1 - Math.abs(way / 120 - 1)
      window.scrollTo(0, share * bottom)
      const now = await frame()
      times.push(now - last)
      last = now
    }
    window.scrollTo(0, 0)
    return times
  })
  return quantile(frames, 0.95)
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
