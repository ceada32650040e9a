// The peer's page in the browser: when its last highlight stands, of how many elements they are, how it scrolls.

import type { Browser } from '@playwright/test'
import { openWindow, type Scroll, scrollThrough } from './browser'
import { type PeerText, servePeer } from './peer-server'
import type { Span } from './spans'

export type PeerResult = {
  readonly annotations: number
  /** Milliseconds from the begin of the navigation. */
  readonly lastHighlight: number
  readonly highlightElements: number
  readonly scroll: Scroll
}

declare global {
  interface Window {
    colloquyPeer?: { last: number; count: number }
  }
}

const LONGEST_MS = 600_000

/** Opens the page afresh and waits until no more highlights come. */
export async function measurePeer(
  browser: Browser,
  wish: { text: PeerText; spans: readonly Span[]; port: number },
): Promise<PeerResult> {
  const peer = await servePeer(wish.text, wish.spans, wish.port)
  const { page, close } = await openWindow(browser)
  try {
    await page.addInitScript(watchHighlights)
    await page.goto(peer.page)
    const quietMs = Math.max(5_000, wish.spans.length * 4)
    await page.waitForFunction(
      (quiet) => {
        const { count, last } = window.colloquyPeer ?? { count: 0, last: 0 }
        return count > 0 && performance.now() - last > quiet
      },
      quietMs,
      { polling: 500, timeout: LONGEST_MS },
    )
    const found = await page.evaluate(() => ({
      last: window.colloquyPeer?.last ?? Number.NaN,
      elements: document.querySelectorAll('hypothesis-highlight').length,
    }))
    return {
      annotations: wish.spans.length,
      lastHighlight: found.last,
      highlightElements: found.elements,
      scroll: await scrollThrough(page),
    }
  } finally {
    await close()
    await peer.close()
  }
}

function watchHighlights(): void {
  const seen = { last: 0, count: 0 }
  window.colloquyPeer = seen
  if (window !== window.top) return
  new MutationObserver((changes) => {
    const added = changes
      .flatMap(({ addedNodes }) => [...addedNodes])
      .filter(({ nodeName }) => nodeName === 'HYPOTHESIS-HIGHLIGHT').length
    if (added === 0) return
    seen.count += added
    seen.last = performance.now()
  }).observe(document, { childList: true, subtree: true })
}
