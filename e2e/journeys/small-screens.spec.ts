import type { Locator } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures'
import { selectByTouch } from '@/e2e/pages/passage'
import { readingRoom } from '@/e2e/pages/reading-room'

const LOW = [
  { width: 390, height: 450 },
  { width: 360, height: 300 },
]

test('on a phone what is selected stays in sight, and every action beside it', {
  tag: '@phone',
}, async ({ world }) => {
  const { ben, group, reading } = await world.team()
  const room = readingRoom(await world.browserOf(ben))
  await room.open(reading, group)
  await selectByTouch(room.page, 'lantern')
  const toolbar = room.page.getByRole('toolbar', { name: 'What to make of this passage' })
  await expect(toolbar).toBeVisible()
  expect((await toolbar.boundingBox())?.height).toBeLessThan(120)
  for (const button of await toolbar.getByRole('button').all()) {
    await expect(button).toBeInViewport({ ratio: 1 })
  }
})

test('on a phone a note on a section is a press away, or on the words that are selected', {
  tag: '@phone',
}, async ({ world }) => {
  const { ana, ben, group, reading } = await world.team()
  const room = readingRoom(await world.browserOf(ben))
  const { page } = room
  await room.open(reading, group)
  const write = page.getByRole('navigation', { name: 'Reading' }).getByRole('button', {
    name: 'Note',
    exact: true,
  })
  await write.tap()
  await room.write('As a whole, too short.')
  await room.post()
  await expect(room.note('As a whole, too short.').card).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Posted' })).toBeAttached()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Close', exact: true })).toBeHidden()
  await selectByTouch(page, 'lantern')
  await write.tap()
  await room.write('At what hour?')
  await room.post()
  await expect(room.marks).toHaveText('lantern')
  await expect.poll(() => world.as(ana).countNotes(reading.id)).toBe(2)
})

for (const viewport of LOW) {
  test(`with a keyboard on the screen, in ${viewport.width} × ${viewport.height}, all can be sent`, {
    tag: '@phone',
  }, async ({ world }) => {
    const { ben, group, reading, note } = await world.team()
    const { id } = await note()
    const room = readingRoom(await world.browserOf(ben, { viewport, hasTouch: true }))
    const { page } = room
    await room.open(reading, group, `#note=${id}`)
    const hers = room.note('Who counted them?')
    await expect(hers.card).toBeVisible()
    await hers.writeReply('The clerk did, as far as anybody knows, and nobody else.')
    await expectWhole(hers.card.getByRole('button', { name: 'Reply', exact: true }).last())
    await expect(hers.replyBox).toBeInViewport({ ratio: 0.5 })
    await hers.card.getByRole('button', { name: 'Reply', exact: true }).last().click()
    await expect(hers.replies).toContainText('The clerk did')
    await page.getByRole('button', { name: 'Close', exact: true }).click()

    await selectByTouch(page, 'lantern')
    await room.make('Comment')
    await room.write('At what hour?')
    await expect(room.field).toBeInViewport({ ratio: 0.5 })
    await expectWhole(room.composer.getByRole('button', { name: 'Post' }))
    await room.post()
    await expect(room.note('At what hour?').card).toBeVisible()
  })
}

/** In the window, and nothing lies over it. */
async function expectWhole(button: Locator): Promise<void> {
  await expect(button).toBeInViewport({ ratio: 1 })
  await button.click({ trial: true })
}
