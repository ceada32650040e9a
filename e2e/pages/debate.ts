import { expect, type Locator, type Page } from '@playwright/test'

/** A debate, below its section or on its own page, as one who argues in it speaks of it. */
export function debate(page: Page) {
  const panel = page.locator('.debate')
  const it = {
    page,
    panel,
    /** The bar after a section. */
    bar: (section: string) => page.getByRole('region', { name: `Debate on ${section}` }),
    async open(section: string) {
      await it.bar(section).getByRole('link').first().click()
      await expect(panel.getByRole('heading', { level: 3 })).toBeVisible()
    },
    async takeStance(stance: 'Agree' | 'Unsure' | 'Disagree') {
      await panel.getByRole('button', { name: stance, exact: true }).click()
      await expect(panel.getByText('Now', { exact: true })).toBeVisible()
    },
    /** The claim that says these words. */
    claim: (words: string): Locator => panel.getByRole('article', { name: words, exact: true }),
    /** Writes a claim for or against the thesis. */
    async argue(side: 'supports' | 'opposes' | 'qualifies', words: string) {
      await panel.getByRole('button', { name: `Add a claim that ${side} the thesis` }).click()
      await panel.getByRole('textbox', { name: 'Your claim' }).fill(words)
      await panel.getByRole('button', { name: 'Add', exact: true }).click()
      await expect(it.claim(words)).toBeVisible()
    },
    scale: (words: string, question: string): Locator =>
      it.claim(words).getByRole('group', { name: question }),
    async vote(words: string, question: string, value: number) {
      await it
        .scale(words, question)
        .getByRole('button', { name: `${value} of 4` })
        .click()
    },
    async menu(words: string, entry: string) {
      await it.claim(words).getByRole('button', { name: 'More on this claim' }).click()
      await page.getByRole('menuitem', { name: entry }).click()
    },
    notice: (words: string) => page.locator('[data-sonner-toast]').filter({ hasText: words }),
  }
  return it
}
