import { expect, test } from '@/e2e/fixtures'
import { debate } from '@/e2e/pages/debate'
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

test('whoever cites by keyboard goes on where the passage was asked for', async ({ world }) => {
  const { ana, ben, group, reading } = await world.team()
  const api = world.as(ana)
  const debateId = await api.openDebate({ readingId: reading.id, groupId: group.id, section: 1 })
  const thesisId = await api.setThesis(debateId, 'The wagons were counted well.')
  await world.as(ben).takeStance(thesisId, 'disagree')
  const room = readingRoom(await world.browserOf(ben))
  const { page } = room
  const { keyboard } = page
  await room.open(reading, group)
  const it = debate(page)
  await tabTo(it.bar('What was counted').getByRole('link').first())
  await keyboard.press('Enter')
  await expect(it.panel.getByRole('heading', { level: 3 })).toBeFocused()
  await tabTo(it.panel.getByRole('button', { name: 'Add a claim that opposes the thesis' }))
  await keyboard.press('Enter')
  await expect(it.panel.getByRole('textbox', { name: 'Your claim' })).toBeFocused()
  await keyboard.type('Once is not well.')
  const cite = it.panel.getByRole('button', { name: 'Cite a passage or source' })
  await tabTo(cite)
  await keyboard.press('Enter')
  const words = it.panel.getByRole('textbox', { name: 'Words of the text' })
  await expect(words).toBeFocused()
  await expect(it.panel.locator('.cite-form')).toMatchAriaSnapshot(`
    - radiogroup "What it rests on":
      - radio "Passage" [checked]
      - radio "Source"
    - textbox "Words of the text"
    - button "Cite it" [disabled]
    - button "Cancel"
  `)
  await keyboard.type('Nobody counted them')
  await keyboard.press('Enter')
  await expect(cite).toBeFocused()
  await keyboard.press('Enter')
  await expect(words).toBeFocused()
  await tabTo(it.panel.locator('.cite-form').getByRole('button', { name: 'Cancel' }))
  await keyboard.press('Enter')
  await expect(cite).toBeFocused()
  await tabTo(it.panel.getByRole('button', { name: 'Add', exact: true }))
  await keyboard.press('Enter')
  await expect(it.claim('Once is not well.')).toBeFocused()
  await expect(it.claim('Once is not well.')).toContainText('Nobody counted them')
})
