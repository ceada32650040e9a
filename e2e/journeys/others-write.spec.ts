import { expect, test } from '@/e2e/fixtures'
import { readingRoom } from '@/e2e/pages/reading-room'

const SAID = 'Nobody counted them'

test('what others write moves nothing that is read; a press shows it', async ({ world }) => {
  const { ana, ben, group, reading, note } = await world.team()
  const about = { readingId: reading.id, groupId: group.id, visibility: 'group' } as const
  const say = (exact: string, value: string) =>
    world.as(ana).annotate({
      ...about,
      kind: 'note',
      target: { exact },
      body: { format: 'markdown', value },
    })
  await note()
  await say(SAID, 'Is that so?')
  const room = readingRoom(await world.browserOf(ben))
  const { page } = room
  const line = page.waitForResponse(/\/events\?/)
  await room.open(reading, group)
  await line
  const read = room.note('Is that so?').card
  await expect(read).toBeVisible()
  // Its place is final when the cards have come to rest.
  await read.evaluate((card) => {
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect instanceof KeyframeEffect && effect.target?.contains(card))
    return Promise.all(moving.map(({ finished }) => finished))
  })
  const before = await read.boundingBox()

  await say('Twelve wagons', 'Twelve, says who?')
  await say('left the yard', 'By which gate?')
  await expect(page.getByRole('button', { name: '2 new' })).toBeVisible()
  expect((await read.boundingBox())?.y).toBe(before?.y)
  await page.getByRole('button', { name: '2 new' }).click()
  await expect(room.note('By which gate?').card).toBeVisible()
  await expect(page.getByRole('button', { name: '2 new' })).toBeHidden()
})

test('filters agree everywhere, and what one posts stays in view', async ({ world }) => {
  const { ben, group, reading, note } = await world.team()
  await note({ kind: 'oppose' })
  await note({ target: { exact: 'The ledger names eleven.' } })
  const room = readingRoom(await world.browserOf(ben))
  const { page } = room
  await room.open(reading, group, '&kind=oppose')
  await expect(page.getByRole('button', { name: '1 of 2 · Oppose', exact: true })).toBeVisible()
  await expect(room.marks).toHaveCount(1)
  const contents = page.getByRole('navigation', { name: 'Contents' })
  await expect(contents.getByRole('link', { name: /What was counted/ })).toHaveAccessibleName(
    /1 note/,
  )
  await room.comment('The driver said nothing', 'Nothing at all?')
  await expect(room.note('Nothing at all?').card).toContainText('Does not match the filter')
  await page.getByRole('button', { name: 'Clear the filter: 1 of 3 · Oppose' }).click()
  await expect(room.note('Nothing at all?').card).not.toContainText('Does not match')
})

test('replies of others wait where they would push away the card below', async ({ world }) => {
  const { ana, ben, group, reading, note } = await world.team()
  const { id } = await note()
  await world.as(ana).annotate({
    readingId: reading.id,
    groupId: group.id,
    visibility: 'group',
    kind: 'note',
    target: { exact: SAID },
    body: { format: 'markdown', value: 'Is that so?' },
  })
  const room = readingRoom(await world.browserOf(ben))
  const { page } = room
  let loaded = () => {}
  const slow = new Promise<void>((resolve) => {
    loaded = resolve
  })
  await page.route(/\/annotations\?/, async (route) => {
    await slow
    await route.continue()
  })
  const line = page.waitForResponse(/\/events\?/)
  await page.goto(`/readings/${reading.slug}?group=${group.slug}`)
  await expect(page.locator('.margin-loading > .skeleton').first()).toBeVisible()
  loaded()
  await line
  const open = room.note('Who counted them?')
  await open.open()
  await expect(page.locator('.margin-loading')).toBeHidden()
  const below = room.note('Is that so?').card
  const placeOf = () => below.evaluate((card) => card.closest('.placed')?.getAttribute('style'))
  await expect(open.card.getByRole('button', { name: /^Reply to/ })).toBeVisible()
  await expect(below).toBeInViewport()
  const before = await placeOf()
  await world.as(ana).reply(id, 'The clerk did, twice.')
  await expect(open.card.getByRole('button', { name: '1 new' })).toBeVisible()
  expect(await placeOf()).toBe(before)
  await expect(open.card).not.toContainText('The clerk did, twice.')
  await open.card.getByRole('button', { name: '1 new' }).click()
  await expect(open.replies).toContainText('The clerk did, twice.')
  await expect.poll(placeOf).not.toBe(before)
})
