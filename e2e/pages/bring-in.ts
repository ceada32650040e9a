import { expect, type Locator, type Page } from '@playwright/test'

/** Bringing a text in: the page where it begins, and the one where it is looked at before it is saved. */
export type BringIn = {
  readonly page: Page
  readonly open: () => Promise<void>
  readonly field: Locator
  /** Pastes what another program has copied with its form. */
  readonly paste: (html: string, words: string) => Promise<void>
  readonly file: (path: string) => Promise<void>
  readonly address: (address: string) => Promise<void>
  /** Waits until what was read can be looked at. */
  readonly readyAs: (title: string) => Promise<void>
  readonly understood: Locator
  readonly text: Locator
  readonly save: (label?: string) => Promise<void>
}

export function bringIn(page: Page): BringIn {
  const field = page.getByLabel('Text', { exact: true })
  const open = async () => {
    await page.goto('/readings/new')
    await expect(field).toBeVisible()
  }
  return {
    page,
    open,
    field,
    paste: (html, words) =>
      field.evaluate(
        (control, copied) => {
          const clipboardData = new DataTransfer()
          clipboardData.setData('text/html', copied.html)
          clipboardData.setData('text/plain', copied.words)
          const how = { clipboardData, bubbles: true, cancelable: true }
          control.dispatchEvent(new ClipboardEvent('paste', how))
        },
        { html, words },
      ),
    file: async (path) => {
      await open()
      await page.getByLabel('Choose a file…').setInputFiles(path)
      await page.waitForURL(/\/imports\//)
    },
    address: async (address) => {
      await open()
      await field.fill(address)
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
