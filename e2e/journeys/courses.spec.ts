import type { Page } from '@playwright/test'
import { expectAccessible } from '@/e2e/accessible'
import { expect, test } from '@/e2e/fixtures'
import { readingRoom } from '@/e2e/pages/reading-room'
import { courseIn } from '@/e2e/world/course'

const OWN = 'I doubt it, since nobody says who stood at the gate and kept the list that day'

test('a course reads: assigned, written before read under pseudonyms, revealed live, done', async ({
  world,
}) => {
  const { tess, una, dos, group } = await courseIn(world)
  const staff = await world.browserOf(tess)
  await staff.goto(`/groups/${group.slug}`)
  await staff.getByRole('link', { name: 'New assignment' }).click()
  await staff.getByLabel('Title').fill('Who counts?')
  await staff.getByLabel('Prompt for What was counted').fill('Who counted, and how do we know?')
  await staff.getByLabel('Due', { exact: true }).fill('2031-10-26T12:00')
  await staff.getByLabel('Pseudonyms').check()
  await staff.getByLabel('Own notes that open a section').fill('none')
  await staff.getByRole('button', { name: 'Save draft' }).click()
  await expect(staff.getByText('Type a number from 1 to 20.')).toBeVisible()
  await staff.getByLabel('Own notes that open a section').fill('1')
  await expect(staff.getByRole('complementary', { name: 'A student sees' })).toContainText(
    'A note of yours opens this section',
  )
  // The bar that stays in view lies over whatever is below it: at the end of the page that is nothing.
  await staff.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await expectAccessible(staff)
  await staff.getByRole('button', { name: 'Save draft' }).click()
  await expect(staff.getByRole('heading', { level: 1, name: 'Who counts?' })).toBeVisible()

  const hers = await world.browserOf(una)
  await hers.goto(`/groups/${group.slug}`)
  await expect(hers.getByText('Nothing is assigned yet.')).toBeVisible()
  await staff.getByRole('button', { name: 'Publish' }).click()
  await expect(staff.getByRole('button', { name: 'Close' })).toBeVisible()
  await expectAccessible(staff)

  await hers.reload()
  await hers.getByRole('link', { name: 'Who counts?' }).click()
  await expect(hers.getByText('A note of yours opens this section').first()).toBeVisible()
  await expectAccessible(hers)
  await hers.getByRole('link', { name: 'Open the reading' }).click()
  const [first, second] = [readingRoom(hers), readingRoom(await world.browserOf(dos))]
  await first.ready()
  await second.page.goto(hers.url())
  await second.ready()
  await expect(second.page.getByText('Who counted, and how do we know?').last()).toBeVisible()

  await first.comment('Twelve wagons', `Wordunseen: ${OWN}`)
  await expect(first.notices).toContainText('“What was counted” is open')
  await hers.reload()
  await expect(hers.getByRole('region', { name: 'Assignment' })).toContainText(
    /Classmates read “\w+ \w+” in place of your name/,
  )
  await second.page.reload()
  await second.ready()
  expect(await second.page.content()).not.toContain('Wordunseen')
  await expect(second.marks).toHaveCount(0)
  await second.comment(
    'The ledger names eleven',
    `My own remark: ${OWN}, nor why the ledger differs`,
  )
  await expect(second.note('Wordunseen').card).toBeVisible()
  await expect(second.note('Wordunseen').card).not.toContainText('Una')
  await expect(second.marks).toHaveCount(2)
  await expectAccessible(second.page)

  await staff.goto(hers.url())
  await expect(readingRoom(staff).note('Wordunseen').card).toContainText('Una Student')

  await finish(second.page, group.slug)
})

/** Says that one is done, takes it back, and says it again. */
async function finish(page: Page, slug: string): Promise<void> {
  const bar = page.getByRole('region', { name: 'Assignment' })
  await bar.getByRole('button', { name: 'I am done' }).click()
  await expect(bar.getByText(/^Done /)).toBeVisible()
  await bar.getByRole('button', { name: 'Undo' }).click()
  await bar.getByRole('button', { name: 'I am done' }).click()
  await expect(bar.getByText(/^Done /)).toBeVisible()
  await page.goto(`/groups/${slug}`)
  await expect(page.getByRole('listitem').filter({ hasText: 'Who counts?' })).toContainText('Done')
}
