import { expect, type Locator } from '@playwright/test'

const FARTHEST = 80

/** Goes to a control by Tab alone. Fails when Tab does not lead there. */
export async function tabTo(control: Locator): Promise<void> {
  const page = control.page()
  for (let step = 0; step < FARTHEST; step++) {
    await page.keyboard.press('Tab')
    if (await control.evaluate((element) => element === document.activeElement)) return
  }
  await expect(control).toBeFocused()
}
