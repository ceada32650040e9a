// Our reading room in the browser: what the server's first HTML shows, when it answers, how it scrolls, how it takes keys.

import type { Browser, Page } from '@playwright/test'
import { mainThreadClock, openWindow, scrollThrough, transferred } from './browser'
import { median, quantile } from './load'
import type { Span } from './spans'

export type Cookie = { readonly name: string; readonly value: string; readonly url: string }

export type RoomResult = {
  /** First paint with content, which holds every highlight; milliseconds from the begin of the navigation. */
  readonly paint: number
  /** When the page listens to selections; that a toolbar answers one is waited for. */
  readonly interactive: number
  /** Of the text and its marks; what is listed below its sections for print and without script is not counted. */
  readonly elements: number
  readonly marks: number
  /** Bytes on the wire. */
  readonly pageBytes: number
  readonly allBytes: number
  readonly scrollP95: number
  readonly scrollWork: number
  /** From a key to the end of the frame that shows it, and the main thread's CPU for it, in milliseconds. */
  readonly keyMedian: number
  readonly keyP95: number
  readonly keyWork: number
}

declare global {
  interface Window {
    colloquyRoom?: { interactive: number; keys: number[] }
  }
}

/** Opens a reading afresh and measures it. */
export async function measureRoom(
  browser: Browser,
  wish: { address: string; cookie: Cookie },
): Promise<RoomResult> {
  const { page, close } = await openWindow(browser, { cookies: [wish.cookie] })
  try {
    await page.addInitScript(watchRoom)
    await page.goto(wish.address, { waitUntil: 'load' })
    await page.waitForFunction(() => (window.colloquyRoom?.interactive ?? 0) > 0)
    const opened = await openedPage(page)
    await page.waitForLoadState('networkidle')
    const bytes = await transferred(page)
    const scroll = await scrollThrough(page)
    return {
      ...opened,
      pageBytes: bytes.page,
      allBytes: bytes.all,
      scrollP95: scroll.p95,
      scrollWork: scroll.work,
      ...(await measureKeys(page)),
    }
  } finally {
    await close()
  }
}

// The toolbar's own listener is told from React's by the signal that ends it.
function watchRoom(): void {
  const seen = { interactive: 0, keys: [] as number[] }
  window.colloquyRoom = seen
  const add = document.addEventListener.bind(document)
  document.addEventListener = (
    type: string,
    ...rest: [EventListener, AddEventListenerOptions?]
  ) => {
    if (type === 'selectionchange' && rest[1]?.signal) seen.interactive ||= performance.now()
    add(type, ...rest)
  }
  add('keydown', ({ timeStamp }) => {
    const frame = new MessageChannel()
    frame.port1.onmessage = () => seen.keys.push(performance.now() - timeStamp)
    requestAnimationFrame(() => frame.port2.postMessage(null))
  })
}

async function openedPage(page: Page) {
  return page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    interactive: window.colloquyRoom?.interactive ?? Number.NaN,
    elements: document.querySelectorAll('#text .text-body *').length,
    marks: document.querySelectorAll('#text > article mark.hl').length,
  }))
}

const WORDS = 'This claim deserves a source, and a second reading of it.'

async function measureKeys(page: Page) {
  await page.evaluate(() => {
    const words = document.querySelectorAll('#text > article p')[3]
    if (words) document.getSelection()?.selectAllChildren(words)
  })
  await page.getByRole('toolbar').getByRole('button', { name: 'Comment' }).click()
  const field = page.locator('.editor-field').first()
  await field.click()
  await page.evaluate(() => window.colloquyRoom?.keys.splice(0))
  const clock = await mainThreadClock(page)
  const before = await clock()
  await page.keyboard.type(WORDS, { delay: 40 })
  const spent = (await clock()) - before
  const keys = await page.evaluate(() => window.colloquyRoom?.keys ?? [])
  return {
    keyMedian: median(keys),
    keyP95: quantile(keys, 0.95),
    keyWork: spent / WORDS.length,
  }
}

/** Whether the HTML alone, before any script, marks just what the passages cover. */
export async function isCoveredInHtml(
  { address, cookie }: { address: string; cookie: Cookie },
  text: string,
  spans: readonly Span[],
): Promise<boolean> {
  const answer = await fetch(address, { headers: { cookie: `${cookie.name}=${cookie.value}` } })
  const html = await answer.text()
  const marked = new Uint8Array(text.length)
  for (const [mark] of html.matchAll(/<mark\b[^>]*\bclass="hl"[^>]*>/g)) {
    marked.fill(1, numberIn(mark, 'start'), numberIn(mark, 'end'))
  }
  const wanted = new Uint8Array(text.length)
  for (const { start, end } of spans) wanted.fill(1, start, end)
  return marked.every((is, at) => is === wanted[at] || text[at] === '\n')
}

function numberIn(mark: string, name: string): number {
  return Number(new RegExp(`data-${name}="(\\d+)"`).exec(mark)?.[1] ?? Number.NaN)
}
