import type { Page } from '@playwright/test'
import { expectAccessible } from '@/e2e/accessible'
import { expect, test } from '@/e2e/fixtures'
import { readingRoom } from '@/e2e/pages/reading-room'
import type { World } from '@/e2e/world/world'

const SENTENCES = [
  'Twelve wagons left the yard in the morning.',
  'The ledger names eleven.',
  'A clerk may have looked away.',
  'The clerk said that all was well.',
]

test('a moderator clears a queue by the keyboard alone and takes decisions back; an author appeals, and another decides', async ({
  world,
}) => {
  const { ruth, noor, mateo, group, reading } = await deskOf(world)
  const desk = await world.browserOf(ruth)
  await desk.goto(`/groups/${group.slug}/review`)
  const rows = desk.getByRole('list').locator('.desk-row')
  await expect(rows).toHaveCount(SENTENCES.length)
  await expectAccessible(desk)

  await desk.keyboard.press('j')
  await expect(desk.getByRole('region', { name: 'Decision' })).toContainText('Lucja Reader')
  await desk.keyboard.press('a')
  await expect(rows).toHaveCount(3)
  await desk.keyboard.press('u')
  await expect(rows).toHaveCount(4)
  await desk.keyboard.press('e')
  await expect(rows).toHaveCount(3)
  await desk.keyboard.press('j')
  await desk.keyboard.press('k')
  await desk.keyboard.press('d')
  await hide(desk, 'Say where this is from.')
  await expect(rows).toHaveCount(2)

  const other = await world.browserOf(noor)
  await decideFirst(desk, other)

  const his = await world.browserOf(mateo)
  await his.goto('/inbox')
  const told = his.getByRole('link', { name: /A moderator decided/ })
  await his.goto((await told.first().getAttribute('href')) ?? '')
  await expect(his.getByText('Say where this is from.')).toBeVisible()
  await expectAccessible(his)
  await his.getByRole('main').getByRole('textbox').fill('It is in the ledger, page four.')
  await his.getByRole('main').getByRole('textbox').press('Control+Enter')
  await expect(his.getByText('Somebody else looks at it.')).toBeVisible()

  await other.goto(`/groups/${group.slug}/review`)
  await other.keyboard.press('j')
  await expect(other.getByText('It is in the ledger, page four.')).toBeVisible()
  await expectAccessible(other)
  await other.keyboard.press('a')
  await expect(other.getByText('Nothing is open.')).toBeVisible()
  await his.reload()
  await expect(his.getByText('It was granted.')).toBeVisible()
  const room = readingRoom(his)
  await his.goto(`/readings/${reading.slug}?group=${group.slug}`)
  await room.ready()
  await expect(his.getByText('Hidden from readers')).toHaveCount(0)
})

test('what a rule holds back appears live when it is approved', async ({ world }) => {
  const { ruth, noor, mateo, lucja, group, reading } = await deskOf(world, 0)
  const rules = await world.browserOf(noor)
  await rules.goto(`/groups/${group.slug}/rules`)
  await rules.getByLabel('Words and phrases, a line each').fill('cheap watches')
  await rules.getByLabel('Try it').fill('Buy CHEAP watches')
  await expect(rules.getByRole('status')).toContainText('It would wait.')
  await expectAccessible(rules)
  await rules.getByRole('button', { name: 'Save' }).click()
  await expect(rules.getByText('Saved')).toBeVisible()

  const [his, hers] = [
    readingRoom(await world.browserOf(mateo)),
    readingRoom(await world.browserOf(lucja)),
  ]
  for (const { page, ready } of [his, hers]) {
    await page.goto(`/readings/${reading.slug}?group=${group.slug}`)
    await ready()
  }
  await his.comment('Twelve wagons', 'Cheap watches were in them.')
  await expect(his.note('Cheap watches').card).toContainText('Waiting for approval')
  const desk = await world.browserOf(ruth)
  await desk.goto(`/groups/${group.slug}/review`)
  await desk.keyboard.press('j')
  await expect(desk.getByText('which this group looks at first')).toBeVisible()
  await expect(hers.marks).toHaveCount(0)
  await desk.keyboard.press('a')
  await expect(hers.note('Cheap watches').card).toBeVisible()
  await expect(his.note('Cheap watches').card).not.toContainText('Waiting for approval')
})

/** Somebody else decides what is open here meanwhile: they are named, and what was typed stays. */
async function decideFirst(desk: Page, other: Page): Promise<void> {
  await desk.keyboard.press('j')
  await desk.keyboard.press('k')
  await other.goto(desk.url())
  await other.keyboard.press('j')
  await other.keyboard.press('x')
  await other.keyboard.press('j')
  await other.keyboard.press('x')
  await other.keyboard.press('a')
  await expect(other.getByText('Nothing is open.')).toBeVisible()
  await desk.keyboard.press('d')
  const words = desk.getByRole('textbox')
  await words.fill('My own reason, typed before.')
  await words.press('Control+Enter')
  await expect(desk.getByText('Noor Owner has decided this')).toBeVisible()
  await expect(words).toHaveValue('My own reason, typed before.')
}

async function hide(desk: Page, words: string): Promise<void> {
  await desk.keyboard.press('4')
  await desk.getByRole('textbox').fill(words)
  await desk.getByRole('textbox').press('Control+Enter')
}

async function deskOf(world: World, reported = SENTENCES.length) {
  const [noor, ruth, mateo, lucja] = await Promise.all([
    world.person('Noor Owner'),
    world.person('Ruth Moderator'),
    world.person('Mateo Author'),
    world.person('Lucja Reader'),
  ])
  const group = await world.group({
    name: 'The review desk',
    members: [
      { personId: noor.id, role: 'owner' },
      { personId: ruth.id, role: 'moderator' },
      { personId: mateo.id, role: 'member' },
      { personId: lucja.id, role: 'member' },
    ],
  })
  const reading = await world.reading(noor, { group })
  for (const exact of SENTENCES.slice(0, reported)) {
    const { id } = await world.as(mateo).annotate({
      ...{ readingId: reading.id, groupId: group.id, visibility: 'group', kind: 'note' },
      target: { exact },
      body: { format: 'markdown', value: `I know better: ${exact}` },
    })
    await world.as(lucja).flag(id, 'unsourced', 'Who says so?')
  }
  return { noor, ruth, mateo, lucja, group, reading }
}
