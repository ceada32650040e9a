import { expect, test } from '@/e2e/fixtures'
import { readingRoom } from '@/e2e/pages/reading-room'

test('without scripts every note can be read below its section', async ({ world }) => {
  const { ana, ben, group, reading, note } = await world.team()
  for (let at = 1; at <= 14; at++) {
    const { id } = await note({
      body: { format: 'markdown', value: `Remark ${at}, at length. `.repeat(40) },
    })
    await world.as(ana).reply(id, `Answer ${at}.`)
  }
  const page = await world.browserOf(ben, { javaScriptEnabled: false })
  await page.goto(`/readings/${reading.slug}?group=${group.slug}`)
  await page.getByText('14 notes on this section').click()
  await expect(page.getByText('Remark 1, at length.').first()).toBeVisible()
  await expect(page.getByText('Answer 12.')).toBeVisible()
  await page.getByRole('link', { name: 'All 14, with their replies' }).click()
  await expect(page.getByText('Remark 14, at length.').first()).toBeVisible()
})

test('on paper the address stands first, and private notes are marked or left out', async ({
  world,
}) => {
  const { ana, group, reading, note } = await world.team()
  await note({ visibility: 'private' })
  await note({ body: { format: 'markdown', value: 'Twelve or eleven?' } })
  const room = readingRoom(await world.browserOf(ana))
  const { page } = room
  await room.open(reading, group)
  const listed = page.locator('.section-notes li')
  const print = async () => {
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  }
  await print()
  const address = page.getByText(`/readings/${reading.slug}?group=${group.slug}, revision 1`)
  const title = room.article.getByRole('heading', { level: 1 })
  expect((await address.boundingBox())?.y).toBeLessThan((await title.boundingBox())?.y ?? 0)
  await expect(listed.filter({ hasText: 'Who counted them?' })).toContainText('Only you see this')
  await expect(listed.filter({ hasText: 'Who counted them?' })).toBeVisible()

  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('button', { name: 'Reading settings' }).click()
  await page.getByRole('checkbox', { name: 'Print my private notes' }).uncheck()
  await print()
  await expect(listed.filter({ hasText: 'Who counted them?' })).toBeHidden()
  await expect(listed.filter({ hasText: 'Twelve or eleven?' })).toBeVisible()
})
