import { expect, type JSHandle, type Page } from '@playwright/test'

type Point = { readonly x: number; readonly y: number }

/** Selects words of the article by drawing the mouse over them. */
export async function selectByMouse(page: Page, exact: string): Promise<void> {
  const [from, to] = await pointsOf(page, exact)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
  await page.mouse.move(to.x + 1, to.y)
  await page.mouse.up()
  await expectSelected(page, exact)
}

/**
 * Selects words as a phone's browser does while a finger rests on them. Chromium on a desk does not do that by itself, so the
 * selection is set from here; touches are real.
 */
export async function selectByTouch(page: Page, exact: string): Promise<void> {
  const [from, to] = await pointsOf(page, exact)
  const devtools = await page.context().newCDPSession(page)
  const finger = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [finger] })
  const range = await rangeOf(page, exact)
  await range.evaluate((words) => {
    document.getSelection()?.removeAllRanges()
    document.getSelection()?.addRange(words)
  })
  await expectSelected(page, exact)
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

async function expectSelected(page: Page, exact: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => String(document.getSelection()).trim())).toBe(exact)
}

/** Where words of the article begin and end on the screen, after they have been scrolled into its upper half. */
async function pointsOf(page: Page, exact: string): Promise<readonly [Point, Point]> {
  const range = await rangeOf(page, exact)
  return range.evaluate((words) => {
    const { top } = words.getBoundingClientRect()
    window.scrollBy({ top: top - innerHeight / 3, behavior: 'instant' })
    const rects = [...words.getClientRects()].filter(({ width }) => width > 0)
    const [begin, end] = [rects[0], rects.at(-1)]
    if (!begin || !end) throw new Error('These words are not on the screen.')
    return [
      { x: begin.left + 1, y: begin.top + begin.height / 2 },
      { x: end.right - 1, y: end.top + end.height / 2 },
    ] as const
  })
}

function rangeOf(page: Page, exact: string): Promise<JSHandle<Range>> {
  return page.evaluateHandle((words) => {
    const path = '//article//div[@class="text-body"]//text()[not(ancestor::*[@data-aside])]'
    const found = document.evaluate(path, document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE)
    const nodes = Array.from({ length: found.snapshotLength }, (_, at) => found.snapshotItem(at))
    const letters = nodes.flatMap((node) =>
      Array.from(node?.textContent ?? '', (_, at) => ({ node: node ?? document, at })),
    )
    const start = nodes
      .map((node) => node?.textContent)
      .join('')
      .indexOf(words)
    const [first, last] = [letters[start], letters[start + words.length - 1]]
    if (!first || !last) throw new Error(`“${words}” is not in the text.`)
    const range = document.createRange()
    range.setStart(first.node, first.at)
    range.setEnd(last.node, last.at + 1)
    return range
  }, exact)
}
