import { test as base, expect } from '@playwright/test'
import { type Maker, startMaker } from './world/maker-process'
import { type World, worldOf } from './world/world'

// Every journey makes its own people, groups and readings; no test knows of another.

export const test = base.extend<{ world: World }, { maker: Maker }>({
  maker: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from the pattern.
    async ({}, use) => {
      const maker = startMaker()
      await use(maker)
      maker.end()
    },
    { scope: 'worker' },
  ],
  world: async ({ maker, browser, baseURL }, use) => {
    const opened = new Set(browser.contexts())
    const complaints: string[] = []
    await use(worldOf(maker, browser, { baseURL: baseURL ?? '', complaints }))
    const own = browser.contexts().filter((context) => !opened.has(context))
    for (const context of own) await context.close()
    expect(complaints, 'errors of the pages').toEqual([])
  },
})

export { expect }
