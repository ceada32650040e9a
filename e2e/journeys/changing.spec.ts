import { expectAccessible } from '@/e2e/accessible'
import { expect, test } from '@/e2e/fixtures'
import { readingRoom } from '@/e2e/pages/reading-room'

test('two windows change one note: both texts are shown and kept', async ({ world }) => {
  const { ana, group, reading, note } = await world.team()
  await note()
  const here = readingRoom(await world.browserOf(ana))
  const there = readingRoom(await world.browserOf(ana))
  for (const room of [here, there]) {
    await room.open(reading, group)
    await room.note('Who counted them?').open()
    await room.note('Who counted them?').choose('Edit')
  }
  await there.rewrite('Who counted them, and when?')
  await there.save()
  await expect(there.note('Who counted them, and when?').card).toBeVisible()

  await here.rewrite('Was it the clerk who counted them?')
  await here.save()
  const dialog = here.page.getByRole('dialog', { name: 'This was changed elsewhere' })
  await expect(dialog.getByRole('region', { name: 'Yours' })).toContainText('Was it the clerk')
  await expect(dialog.getByRole('region', { name: 'Saved elsewhere' })).toContainText('and when?')
  await expectAccessible(here.page)

  await dialog.getByRole('button', { name: 'Merge' }).click()
  await dialog.getByRole('button', { name: 'Save merged' }).click()
  await expect(dialog).toBeHidden()
  for (const room of [here, there]) {
    await expect(room.note('Was it the clerk').card).toContainText('Who counted them, and when?')
  }
})

test('a deleted note comes back by undo; one with replies keeps its place', async ({ world }) => {
  const { ana, ben, group, reading, note } = await world.team()
  const { id } = await note()
  const hers = readingRoom(await world.browserOf(ana))
  const his = readingRoom(await world.browserOf(ben))
  await hers.open(reading, group)
  await his.open(reading, group)
  const mine = hers.note('Who counted them?')
  await mine.open()
  await mine.choose('Delete')
  await expect(mine.card).toBeHidden()
  await expect(his.note('Who counted them?').card).toBeHidden()
  await hers.notice('Note deleted').getByRole('button', { name: 'Undo' }).click()
  await expect(mine.card).toBeVisible()
  await expect(his.note('Who counted them?').card).toBeVisible()

  await world.as(ben).reply(id, 'The clerk did.')
  await expect(mine.card).toContainText(/1 reply|The clerk did/)
  await mine.open()
  await mine.choose('Delete')
  const place = his.note('Deleted by its author')
  await expect(place.card).toBeVisible()
  await expect(his.note('Who counted them?').card).toBeHidden()
  await place.open()
  await expect(place.replies).toContainText('The clerk did.')
  await expectAccessible(his.page)
})

test('an edited note tells what it said before', async ({ world }) => {
  const { ana, ben, group, reading, note } = await world.team()
  const { id, version } = await note()
  await world.as(ana).rewrite(id, version, 'Who counted them, and when?')
  const room = readingRoom(await world.browserOf(ben))
  await room.open(reading, group)
  const edited = room.note('Who counted them, and when?')
  await edited.open()
  await edited.card.getByRole('button', { name: 'Edited' }).click()
  const versions = room.page.getByRole('dialog', { name: 'Earlier versions' })
  await expect(versions.getByRole('listitem')).toHaveText([/Now.*and when/, /Until.*counted them/])
  await expectAccessible(room.page)
})

test('a reaction and a resolution show at once to the others, with who and when', async ({
  world,
}) => {
  const { ana, ben, group, reading, note } = await world.team()
  await note()
  const hers = readingRoom(await world.browserOf(ana)).note('Who counted them?')
  const his = readingRoom(await world.browserOf(ben))
  await readingRoom(hers.page).open(reading, group)
  await his.open(reading, group)
  await hers.open()
  await his.note('Who counted them?').open()

  await his.note('Who counted them?').react('💡')
  await expect(hers.card.getByRole('button', { name: '💡 reactions' })).toContainText('1')
  await hers.card.getByRole('button', { name: '💡 reactions' }).click()
  await expect(
    his.note('Who counted them?').card.getByRole('button', { name: '💡 reactions' }),
  ).toContainText('2')

  await hers.resolve()
  await expect(his.note('Who counted them?').card).toContainText('Resolved by Ana Ruiz')
  await hers.reopen()
  await expect(his.note('Who counted them?').card).not.toContainText('Resolved by')
})
