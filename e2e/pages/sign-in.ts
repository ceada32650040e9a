import { expect, type Page } from '@playwright/test'

/** Walks in as one of the demo's people, by the sign-in page. */
export async function walkIn(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in')
  const person = page.getByRole('button', { name })
  if (!(await person.isVisible())) await page.getByText(/^And \d+ more$/).click()
  await person.click()
  await expect(page).toHaveURL('/')
}
