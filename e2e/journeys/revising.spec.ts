import { expectAccessible } from '@/e2e/accessible'
import { expect, test } from '@/e2e/fixtures'
import { readingRoom } from '@/e2e/pages/reading-room'
import { textEditor } from '@/e2e/pages/text-editor'

const COUNTED = 'Twelve wagons left the yard in the morning.'
const SAID = 'The clerk said that all was well.'

test('a text is revised while somebody reads it: he learns of it, and his note is placed anew', async ({
  world,
}) => {
  const { ana, ben, group, reading, note } = await world.team()
  await note()
  const onSaid = { exact: SAID }
  const body = { format: 'markdown', value: 'Did he?' } as const
  await world.as(ben).annotate({
    readingId: reading.id,
    groupId: group.id,
    visibility: 'group',
    kind: 'note',
    target: onSaid,
    body,
  })
  const his = readingRoom(await world.browserOf(ben))
  await his.open(reading, group)
  await expect(his.note('Did he?').card).toBeVisible()

  const hers = textEditor(await world.browserOf(ana))
  await hers.open(reading)
  await hers.selectParagraph(SAID)
  await expect(hers.page.getByText('1 note stands on this')).toBeVisible()
  await hers.replace('in the morning', 'before noon')
  await hers.replace(`${SAID} `, '')
  await hers.saved()
  await hers.page.getByRole('button', { name: 'Publish…' }).click()
  await expect(hers.dialog.getByText('to review')).toBeVisible()
  await expectAccessible(hers.page)
  await hers.page.keyboard.press('Escape')
  await hers.publish('Plainer on the morning')

  const news = his.page.getByRole('region', { name: 'The text was revised' })
  await expect(news).toContainText('Ana Ruiz revised this text: “Plainer on the morning”')
  await expect(his.article).toContainText(COUNTED)
  await expect(his.note('Did he?').card).not.toContainText('gone')
  await expectAccessible(his.page)

  await news.getByRole('link', { name: 'What changed' }).click()
  await expect(his.page.getByRole('heading', { level: 1 })).toHaveText('What changed in revision 2')
  await expect(his.page.locator('del').filter({ hasText: 'in the morning' })).toBeVisible()
  await expect(his.page.locator('ins').filter({ hasText: 'before noon' })).toBeVisible()
  await expect(his.page.getByText('1 note stands on this')).toHaveCount(2)
  await expectAccessible(his.page)

  await his.page.getByRole('link', { name: 'Notes to review' }).click()
  const waiting = his.page.getByRole('listitem').filter({ hasText: SAID })
  await expect(waiting).toContainText('The passage is gone.')
  await expectAccessible(his.page)
  await waiting.getByRole('link', { name: 'Choose a place' }).click()
  await his.ready()
  await expect(his.page.getByRole('region', { name: 'Choosing a passage' })).toContainText(SAID)
  await his.select('The driver said nothing at all.')
  await his.page.getByRole('button', { name: 'Put the note here' }).click()
  await expect(his.note('Did he?').card).toContainText('On words that were chosen for it')
  await expect(his.note('Did he?').card).toContainText('Placed by Ben Okafor')
})

test('the queue is worked through by keyboard alone, and an old revision brings every note back', async ({
  world,
}) => {
  const { ana, group, reading, note } = await world.team()
  await note()
  await note({ target: { exact: SAID }, body: { format: 'markdown', value: 'Did he?' } })
  const editor = textEditor(await world.browserOf(ana))
  await editor.open(reading)
  await editor.replace(`${SAID} `, '')
  await editor.replace(COUNTED, 'Nobody knows what left the yard that day, or when it did.')
  await editor.saved()
  await editor.publish('Less sure')

  const { page } = editor
  // The address that it had before still leads here.
  await page.goto('/look')
  await expect(page).toHaveURL(/\/anchors$/)
  await page.getByRole('link', { name: reading.title }).press('Enter')
  const items = page.getByRole('list').getByRole('listitem').filter({ hasText: 'Quoted' })
  await expect(items).toHaveCount(2)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(items).toHaveCount(1)
  await page.keyboard.press('u')
  await expect(items).toHaveCount(2)
  for (const left of [1, 0]) {
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await expect(items).toHaveCount(left)
  }
  await expect(page.getByRole('heading', { name: 'Nothing waits for you here' })).toBeVisible()
  await expectAccessible(page)

  await page.goto(`/readings/${reading.slug}/revisions`)
  await expect(page.getByRole('listitem').filter({ hasText: 'Less sure' })).toContainText(
    'to review',
  )
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Publish again revision 1' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('stay on their words')).toBeVisible()
  await dialog.getByRole('button', { name: 'Publish it' }).click()
  await expect(page.getByRole('heading', { name: 'Revision 1, published again' })).toBeVisible()

  const room = readingRoom(page)
  await room.open(reading, group)
  for (const words of ['Who counted them?', 'Did he?']) {
    await expect(room.note(words).card.locator('.place-line')).toHaveCount(0)
  }
  await expect(room.marks.filter({ hasText: SAID })).toBeVisible()

  await page.goto(`/readings/${reading.slug}/revisions/2`)
  await expect(page.getByRole('note')).toContainText('This is revision 2 of 3, as it stood.')
  await expect(page.locator('article.text')).toContainText('Nobody knows what left the yard')
  await expectAccessible(page)
})

test('two write one draft: both texts are shown, and the one not taken is kept', async ({
  world,
}) => {
  const { ana, reading } = await world.team()
  const here = textEditor(await world.browserOf(ana))
  const there = textEditor(await world.browserOf(ana))
  await here.open(reading)
  await there.open(reading)
  await there.replace('a second time', 'twice')
  await there.saved()
  await here.replace('a second time', 'once more')
  const dialog = here.page.getByRole('dialog', { name: 'This draft was saved elsewhere' })
  const text = dialog.locator('.conflict-text')
  await expect(text.locator('del')).toHaveText('twice')
  await expect(text.locator('ins')).toHaveText('once more')
  await expectAccessible(here.page)
  await dialog.getByRole('button', { name: 'Take theirs' }).click()
  await expect(here.text).toContainText('twice')
  await here.page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(here.text).toContainText('once more')
  await here.saved()
  await there.page.reload()
  await expect(there.text).toContainText('once more')
})

test('what is written without a line is kept in the browser and saved when it is back', async ({
  world,
}) => {
  const { ana, reading } = await world.team()
  const editor = textEditor(await world.browserOf(ana))
  await editor.open(reading)
  await editor.page.context().setOffline(true)
  await editor.replace('a second time', 'twice')
  await expect(editor.page.getByText('Offline. Kept in this browser')).toBeVisible()
  await editor.page.context().setOffline(false)
  await editor.saved()
})

test('a section is moved by keys, a table and a heading are made, all of it accessible', async ({
  world,
}) => {
  const { ana, reading, note } = await world.team()
  await note()
  const editor = textEditor(await world.browserOf(ana))
  await editor.open(reading)
  await editor.outline.getByRole('button', { name: 'What was counted', exact: true }).focus()
  await editor.page.keyboard.press('Alt+ArrowDown')
  await expect(editor.text.getByRole('heading')).toHaveText([
    'What was said',
    'What was counted',
    'What remains',
  ])
  await editor.text.getByText('One page of the ledger').click()
  await editor.page.keyboard.press('End')
  await editor.page.keyboard.press('Enter')
  await editor.page.keyboard.type('/table')
  await editor.page.keyboard.press('Enter')
  await expect(editor.text.getByRole('table')).toBeVisible()
  await editor.saved()
  await expectAccessible(editor.page)
  await editor.publish('The order of things')
  const room = readingRoom(editor.page)
  await room.ready()
  await expect(room.note('Who counted them?').card.locator('.place-line')).toHaveCount(0)
})
