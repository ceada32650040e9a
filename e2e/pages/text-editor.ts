import { expect, type Page } from '@playwright/test'
import type { Reading } from '@/e2e/world/shapes'

/** The editor of a reading, as its owner speaks of it. */
export function textEditor(page: Page) {
  const text = page.getByRole('textbox', { name: 'The text' })
  const dialog = page.getByRole('dialog', { name: 'Publish this revision' })
  const editor = {
    page,
    text,
    dialog,
    outline: page.getByRole('navigation', { name: 'Outline' }),
    async open({ slug }: Pick<Reading, 'slug'>) {
      await page.goto(`/readings/${slug}/edit`)
      await expect(text).toBeVisible()
    },
    /** Selects a whole paragraph. */
    async selectParagraph(words: string) {
      await text.getByText(words).click({ clickCount: 3 })
      await expect
        .poll(() => page.evaluate(() => document.getSelection()?.toString().trim()))
        .toContain(words)
    },
    /** Puts other words in the place of some, everywhere. */
    async replace(words: string, by: string) {
      await text.press('ControlOrMeta+f')
      const bar = page.getByRole('search')
      await bar.getByRole('textbox', { name: 'Find', exact: true }).fill(words)
      await bar.getByRole('textbox', { name: 'Replace with' }).fill(by)
      await bar.getByRole('button', { name: 'Replace all' }).click()
      await bar.getByRole('button', { name: 'Close' }).click()
    },
    /** Until everything that was written is safe on the server. */
    saved: () => expect(page.getByText('Draft saved')).toBeVisible(),
    async publish(message: string) {
      await page.getByRole('button', { name: 'Publish…' }).click()
      await dialog.getByRole('textbox', { name: 'What changed, in a line' }).fill(message)
      await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
      await expect(page).toHaveURL(/\/readings\/[^/]+$/)
    },
  }
  return editor
}
