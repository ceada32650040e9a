import { expect, test } from '@/e2e/fixtures'
import { selectByMouse } from '@/e2e/pages/passage'
import { readingRoom } from '@/e2e/pages/reading-room'

test('each composer opens beside its own words, and the page stays where it is', async ({
  world,
}) => {
  const { ben, group, reading } = await world.team()
  const viewport = { width: 1440, height: 420 }
  const room = readingRoom(await world.browserOf(ben, { viewport }))
  const { page } = room
  await room.open(reading, group)
  await room.select('The record begins before any heading.')
  await room.make('Comment')
  await expect(room.field).toBeFocused()
  const first = await room.composer.boundingBox()
  expect(first?.y).toBeLessThan(viewport.height)

  await room.select('One page of the ledger was cut out')
  const at = await page.evaluate(() => scrollY)
  await room.make('Comment')
  await expect(room.field).toBeFocused()
  await expect(room.field).toBeInViewport()
  expect(Math.abs((await page.evaluate(() => scrollY)) - at)).toBeLessThan(120)
})

test('words are selected, marked and copied without what stands around them', async ({ world }) => {
  const { ben, group, reading, note } = await world.team()
  const exact = 'Nobody counted them'
  await note({ target: { exact } })
  const room = readingRoom(await world.browserOf(ben))
  const { page } = room
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await room.open(reading, group)
  await expect(room.marks.first()).toBeVisible()

  const toolbar = page.getByRole('toolbar', { name: 'What to make of this passage' })
  const column = await room.article.boundingBox()
  for (const words of ['Twelve wagons', 'the morning.']) {
    await room.select(words)
    await expect(toolbar).toBeVisible()
    const box = await toolbar.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual((column?.x ?? 0) - 1)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(
      (column?.x ?? 0) + (column?.width ?? 0) + 1,
    )
    await page.keyboard.press('Escape')
    await expect(toolbar).toBeHidden()
  }
  // The very edge of a mark belongs to its words.
  await selectByMouse(page, exact)
  await expect(toolbar).toBeVisible()
  await page.keyboard.press('Escape')

  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+c')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('A clerk may have looked away.\n\nWhat was said\n\nThe clerk said')
  expect(copied).not.toMatch(/Note on this section|Open a debate/)
})
