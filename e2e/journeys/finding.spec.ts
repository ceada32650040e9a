import { expectAccessible } from '@/e2e/accessible'
import { expect, test } from '@/e2e/fixtures'
import { readingRoom } from '@/e2e/pages/reading-room'

test('what is filtered stays filtered after a reload, by an address that can be passed on', async ({
  world,
}) => {
  const { ana, ben, group, reading, note } = await world.team()
  await note({ tags: ['number'] })
  await note({
    kind: 'question',
    target: { exact: 'The first witness saw a lantern.' },
    body: { format: 'markdown', value: 'Whose lantern?' },
  })
  const hers = readingRoom(await world.browserOf(ana))
  await hers.open(reading, group)
  await hers.page.getByRole('button', { name: 'All notes' }).click()
  await hers.page.getByRole('combobox', { name: 'Type' }).selectOption('Question')
  await expect(hers.note('Who counted them?').card).toBeHidden()
  await expect(hers.note('Whose lantern?').card).toBeVisible()
  await expect(hers.page).toHaveURL(/kind=question/)
  await expectAccessible(hers.page)
  await hers.page.reload()
  await hers.ready()
  await expect(hers.note('Whose lantern?').card).toBeVisible()
  await expect(hers.note('Who counted them?').card).toBeHidden()

  const his = readingRoom(await world.browserOf(ben))
  await his.open(reading, group, '&tag=number')
  await expect(his.note('Who counted them?').card).toBeVisible()
  await expect(his.note('Whose lantern?').card).toBeHidden()
  await his.page
    .getByRole('button', { name: /^Clear/ })
    .first()
    .click()
  await expect(his.note('Whose lantern?').card).toBeVisible()
  await expect(his.page).not.toHaveURL(/tag=/)
})

test('a tag written with a note stands on its card', async ({ world }) => {
  const { ana, group, reading } = await world.team()
  const room = readingRoom(await world.browserOf(ana))
  await room.open(reading, group)
  await room.select('The ledger names eleven.')
  await room.make('Support')
  await room.write('It is the only count.')
  await room.composer.getByRole('combobox', { name: 'Tags' }).fill('ledger, #count')
  await room.post()
  await expect(room.note('It is the only count.').card.locator('.tag')).toHaveText([
    'ledger',
    'count',
  ])
})

test('a link to a note leads to its passage and opens it; a dead one says so', async ({
  world,
}) => {
  const { ben, group, reading, note } = await world.team()
  const { id } = await note({
    target: { exact: 'One page of the ledger was cut out with a knife.' },
    body: { format: 'markdown', value: 'Which page?' },
  })
  const room = readingRoom(await world.browserOf(ben))
  await room.open(reading, group, `#note=${id}`)
  await expect(room.note('Which page?').card).toHaveClass(/pinned/)
  await expect(room.note('Which page?').card.getByRole('heading').first()).toBeFocused()
  await expect(room.marks).toBeInViewport()
  await expectAccessible(room.page)

  await room.page.goto('about:blank')
  await room.open(reading, group, '#note=01890000-0000-7000-8000-000000000000')
  await expect(room.page.getByText('This link leads to a note that you may not see')).toBeVisible()
})
