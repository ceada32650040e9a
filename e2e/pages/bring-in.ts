import { expect, type Locator, type Page } from '@playwright/test'

/** Bringing a text in: the page where it begins, and the one where it is looked at before it is saved. */
export type BringIn = {
  readonly page: Page
  readonly file: (path: string) => Promise<void>
  readonly address: (address: string) => Promise<void>
  /** Waits until what was read can be looked at. */
  readonly readyAs: (title: string) => Promise<void>
  readonly understood: Locator
  readonly text: Locator
  readonly save: (label?: string) => Promise<void>
}

export function bringIn(page: Page): BringIn {
  const begin = async (way: string) => {
    await page.goto('/readings/new')
    await page.getByRole('radio', { name: way }).click()
  }
  return {
    page,
    file: async (path) => {
      await begin('A file')
      await page.getByLabel('Choose a file…').setInputFiles(path)
      await page.waitForURL(/\/imports\//)
    },
    address: async (address) => {
      await begin('A web page')
      await page.getByLabel('Address of the page').fill(address)
      await page.getByRole('button', { name: 'Fetch the page' }).click()
    },
    readyAs: async (title) => {
      await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible({
        timeout: 30_000,
      })
      await expect(page.getByRole('heading', { name: 'Understood' })).toBeVisible()
    },
    understood: page.getByRole('region', { name: 'What was understood' }),
    text: page.getByRole('article', { name: 'The text' }),
    save: async (label = 'Save the reading') => {
      await page.getByRole('button', { name: label }).click()
      await page.waitForURL((url) => !url.pathname.startsWith('/imports/'))
    },
  }
}
