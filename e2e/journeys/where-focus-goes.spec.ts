import { expect, test } from '@/e2e/fixtures'
import { tabTo } from '@/e2e/pages/keyboard'
import { readingRoom } from '@/e2e/pages/reading-room'

test('after each thing that is done by keyboard the focus stands where one goes on', async ({
  world,
}) => {
  const { ben, group, reading, note } = await world.team()
  await note()
  const room = readingRoom(await world.browserOf(ben))
  const { page } = room
  const { keyboard } = page
  await room.open(reading, group)
  const isInNote = () => page.evaluate(() => document.activeElement?.closest('.note') !== null)
  const isLost = () => page.evaluate(() => document.activeElement === document.body)

  await keyboard.press('m')
  await room.walkTo(/^The clerk said/)
  await keyboard.press('c')
  await expect(room.field).toBeFocused()
  await keyboard.type('Did they?')
  await keyboard.press('Control+Enter')
  const own = room.note('Did they?')
  await expect(own.card).toHaveClass(/pinned/)
  await expect.poll(isInNote).toBe(true)
  await expect(own.card).toMatchAriaSnapshot(`
    - article "Ben Okafor":
      - heading "Ben Okafor" [level=3]
  `)

  await tabTo(own.card.getByRole('button', { name: 'More', exact: true }))
  await keyboard.press('Enter')
  await keyboard.press('e')
  await keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Your note' })).toBeFocused()
  await keyboard.type(' Really?')
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('textbox', { name: 'Your note' })).toBeHidden()
  await expect(room.note('Really?').card).toBeVisible()
  await expect.poll(isInNote).toBe(true)

  await keyboard.press('r')
  await expect(own.replyBox).toBeFocused()
  await keyboard.type('They say so.')
  await keyboard.press('Control+Enter')
  await expect(own.replies).toContainText('They say so.')
  await expect.poll(isInNote).toBe(true)

  await own.card.getByRole('button', { name: 'More', exact: true }).last().focus()
  await own.card.getByRole('button', { name: 'More', exact: true }).last().press('Enter')
  await page.getByRole('menuitem', { name: 'Delete' }).press('Enter')
  await expect(room.notice('Note deleted')).toBeVisible()
  await expect.poll(isLost).toBe(false)
  await room.notice('Note deleted').getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(own.card).toContainText('Did they?')
  await expect.poll(isInNote).toBe(true)
})
