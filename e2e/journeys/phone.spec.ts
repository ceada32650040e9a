import { expectAccessible } from '@/e2e/accessible'
import { expect, test } from '@/e2e/fixtures'
import { selectByTouch } from '@/e2e/pages/passage'
import { readingRoom } from '@/e2e/pages/reading-room'

test('a reader on a phone comments by touch, and answers what is unread', {
  tag: '@phone',
}, async ({ world }) => {
  const { ana, ben, group, reading, note } = await world.team()
  const room = readingRoom(await world.browserOf(ben))
  const { page } = room
  await room.open(reading, group)
  await expectAccessible(page)

  await selectByTouch(page, 'lantern')
  await room.make('Comment')
  await expect(page.getByRole('region', { name: 'New note' })).toBeVisible()
  await room.write('At what hour?')
  await room.post()
  const own = room.note('At what hour?')
  await expect(own.card).toBeVisible()
  await expect(room.marks).toHaveText('lantern')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(own.card).toBeHidden()

  await note()
  const bar = page.getByRole('navigation', { name: 'Reading' })
  await expect(bar.getByRole('button', { name: /Next unread/ })).toContainText('1')
  await bar.getByRole('button', { name: /Next unread/ }).tap()
  const hers = room.note('Who counted them?')
  await expect(hers.card).toBeVisible()
  await hers.reply('The clerk did.')
  await expect(page.getByRole('region', { name: 'Note', exact: true })).toContainText('The clerk')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await bar.getByRole('button', { name: /Next unread/ }).tap()
  await expect(room.notice('You have read everything here.')).toBeVisible()
  await expect.poll(() => world.as(ana).countNotes(reading.id)).toBe(2)
})
