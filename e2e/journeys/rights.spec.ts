import { expectAccessible } from '@/e2e/accessible'
import { expect, test } from '@/e2e/fixtures'
import { readingRoom } from '@/e2e/pages/reading-room'

test('a stranger and a guest do not learn that a group has a reading', async ({ world }) => {
  const { group, reading } = await world.team()
  const stranger = await world.person('Olga Stranger')
  for (const person of [stranger, null]) {
    const page = await world.browserOf(person)
    for (const address of [
      `/readings/${reading.slug}`,
      `/readings/${reading.slug}?group=${group.slug}`,
      `/groups/${group.slug}`,
    ]) {
      const answer = await page.goto(address)
      expect(answer?.status(), address).toBe(404)
      await expect(page.getByText(reading.title)).toHaveCount(0)
    }
    await expectAccessible(page)
    await page.goto('/')
    await expect(page.getByText(reading.title)).toHaveCount(0)
  }
})

test('what is for oneself alone is never seen by another', async ({ world }) => {
  const { ana, ben, group, reading, note } = await world.team()
  const hers = readingRoom(await world.browserOf(ana))
  const his = readingRoom(await world.browserOf(ben))
  await hers.open(reading, group)
  await his.open(reading, group)
  await hers.select('The driver said nothing at all.')
  await hers.make('Comment')
  await hers.write('My own doubt.')
  await hers.composer.getByLabel('Who sees it').selectOption('Only me')
  await hers.post()
  await expect(hers.note('My own doubt.').card).toBeVisible()
  await expect(hers.note('My own doubt.').card).not.toHaveClass(/is-sending/)

  await note()
  await expect(his.note('Who counted them?').card).toBeVisible()
  await his.page.reload()
  await his.ready()
  await expect(his.note('Who counted them?').card).toBeVisible()
  await expect(his.marks).toHaveCount(1)
  expect(await his.page.content()).not.toContain('My own doubt.')
  await expect.poll(() => world.as(ben).countNotes(reading.id)).toBe(1)
  await expect.poll(() => world.as(ana).countNotes(reading.id)).toBe(2)
})

test('a guest without JavaScript reads a public text and finds its notes under their sections', async ({
  world,
}) => {
  const ana = await world.person('Ana Ruiz')
  const group = await world.group({
    kind: 'public',
    members: [{ personId: ana.id, role: 'owner' }],
  })
  // Another title than that of other journeys, which look that theirs is not listed.
  const reading = await world.reading(ana, {
    group,
    visibility: 'public',
    title: 'A ledger for everybody',
  })
  const { id } = await world.as(ana).annotate({
    readingId: reading.id,
    groupId: group.id,
    visibility: 'public',
    kind: 'oppose',
    target: { exact: 'The ledger names eleven.' },
    body: { format: 'markdown', value: 'The **other** ledger names twelve.' },
  })
  await world.as(ana).reply(id, 'And the third none.')

  const page = await world.browserOf(null, { javaScriptEnabled: false })
  await page.goto(`/readings/${reading.slug}?group=${group.slug}`)
  const section = page.getByRole('region', { name: 'What was counted' })
  await expect(section).toContainText('Nobody counted them a second time')
  await expect(section.locator('mark')).toHaveText('The ledger names eleven.')
  await section.getByText('1 note on this section').click()
  const note = section.getByRole('article').filter({ hasText: 'Oppose' })
  await expect(note).toContainText('The other ledger names twelve.')
  await expect(note).toContainText('And the third none.')
})
