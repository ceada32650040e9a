import { expectAccessible } from '@/e2e/accessible'
import { expect, test } from '@/e2e/fixtures'
import { debate } from '@/e2e/pages/debate'
import { tabTo } from '@/e2e/pages/keyboard'
import { readingRoom } from '@/e2e/pages/reading-room'
import type { World } from '@/e2e/world/world'

const THESIS = 'The wagons were counted well.'
const COUNTED = 'What was counted'

/** A course with an instructor, two students and a debate on "What was counted". */
async function course(world: World) {
  const [instructor, ana, ben] = await Promise.all([
    world.person('Ingrid Berg'),
    world.person('Ana Ruiz'),
    world.person('Ben Okafor'),
  ])
  const group = await world.group({
    kind: 'course',
    members: [
      { personId: instructor.id, role: 'instructor' },
      { personId: ana.id, role: 'member' },
      { personId: ben.id, role: 'member' },
    ],
  })
  const reading = await world.reading(instructor, { group })
  const place = { readingId: reading.id, groupId: group.id, section: 1 }
  return { instructor, ana, ben, group, reading, place }
}

test('an instructor opens a debate, a student argues in it, and both see it as it happens', async ({
  world,
}) => {
  const { instructor, ana, group, reading } = await course(world)
  const desk = readingRoom(await world.browserOf(instructor))
  await desk.open(reading, group)
  const hers = debate(desk.page)
  await hers.bar(COUNTED).getByRole('link', { name: 'Open a debate on this section' }).click()
  await expect(hers.panel).toContainText('There is no thesis yet')
  await hers.panel.getByRole('textbox', { name: 'Thesis' }).fill(THESIS)
  await hers.panel.getByRole('button', { name: 'Set it' }).click()
  await hers.takeStance('Unsure')

  const room = readingRoom(await world.browserOf(ana))
  await room.open(reading, group)
  const his = debate(room.page)
  await his.open(COUNTED)
  await expect(his.panel).toContainText('Where do you stand before you read the others?')
  await expectAccessible(room.page)
  await his.takeStance('Agree')
  await his.panel.getByRole('button', { name: 'Add a claim that opposes the thesis' }).click()
  await his.panel.getByRole('textbox', { name: 'Your claim' }).fill('Once is not well.')
  await his.panel.getByRole('radio', { name: 'inference' }).click()
  await his.panel.getByRole('button', { name: 'Cite a passage or source' }).click()
  await his.panel.getByRole('textbox', { name: 'Words of the text' }).fill('Nobody counted them')
  await his.panel.getByRole('button', { name: 'Cite it' }).click()
  await his.panel.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(his.claim('Once is not well.')).toContainText('Disputes the inference')
  await expect(his.claim('Once is not well.').locator('.cite')).toHaveText(
    /§1\s*Nobody counted them/,
  )

  // What others write is held back, so that nothing moves; then it is there to be voted on.
  await hers.panel.getByRole('button', { name: '1 new' }).click()
  await expect(hers.claim('Once is not well.')).toBeVisible()
  await his.vote('Once is not well.', 'Is it true?', 4)
  await expect(hers.claim('Once is not well.')).toContainText(
    '1 voted. Counts appear after your own vote',
  )
  await hers.vote('Once is not well.', 'Is it true?', 1)
  const counted = { name: '4 of 4, 1 person' }
  await expect(
    hers.scale('Once is not well.', 'Is it true?').getByRole('button', counted),
  ).toBeVisible()
  await expect(hers.claim('Once is not well.')).toContainText('Contested')
  await expectAccessible(desk.page)

  await his.panel.getByRole('radio', { name: 'Disagree' }).click()
  await expect(his.panel).toContainText('1 of 2 changed their mind')
  await hers.panel.getByRole('button', { name: 'Close the debate' }).click()
  await expect(hers.bar(COUNTED)).toContainText('1 opposed')
})

test('an analyst takes a note into the debate, and both share its thread', async ({ world }) => {
  const { ana, ben, group, reading } = await world.team()
  const place = { readingId: reading.id, groupId: group.id, section: 1 }
  const debateId = await world.as(ana).openDebate(place)
  await world.as(ana).setThesis(debateId, THESIS)
  const note = await world.as(ben).annotate({
    readingId: reading.id,
    groupId: group.id,
    visibility: 'group',
    kind: 'oppose',
    target: { exact: 'The ledger names eleven.' },
    body: { format: 'markdown', value: 'Twelve left and eleven are named.' },
  })
  await world.as(ana).reply(note.id, 'Unless one came back.')

  const room = readingRoom(await world.browserOf(ben))
  await room.open(reading, group, `#note=${note.id}`)
  const own = room.note('Twelve left and eleven are named.')
  await own.card.getByRole('button', { name: 'More', exact: true }).click()
  await room.page.getByRole('menuitem', { name: 'Take into the debate…' }).click()
  const dialog = room.page.getByRole('dialog', { name: 'Take into the debate' })
  await expect(dialog.getByRole('radio', { name: THESIS })).toBeChecked()
  await expect(dialog.getByRole('radio', { name: 'opposes' })).toBeChecked()
  await expectAccessible(room.page)
  await dialog.getByRole('button', { name: 'Take it in' }).click()
  await own.card.getByRole('link', { name: 'In the debate' }).click()
  const it = debate(room.page)
  await it.takeStance('Disagree')
  const claim = it.claim('Twelve left and eleven are named.')
  await expect(claim).toContainText('From a note')
  await expect(claim.locator('.cite')).toContainText('The ledger names eleven.')
  await claim.getByRole('button', { name: '1 reply' }).click()
  await expect(claim).toContainText('Unless one came back.')
})

test('of two who move the same claim, the second is told, and a move is taken back', async ({
  world,
}) => {
  const { instructor, place, reading, group } = await course(world)
  const api = world.as(instructor)
  const thesisId = await api.setThesis(await api.openDebate(place), THESIS)
  await api.claim(thesisId, { text: 'The first.' })
  await api.claim(thesisId, { text: 'The second.' })
  await api.claim(thesisId, { text: 'The third.' })
  const open = async () => {
    const room = readingRoom(await world.browserOf(instructor))
    await room.open(reading, group)
    const it = debate(room.page)
    await it.open(COUNTED)
    await it.page.getByRole('link', { name: 'Read without saying' }).click()
    await it.menu('The third.', 'Move…')
    return it
  }
  const [one, other] = [await open(), await open()]
  const move = async (it: typeof one, to: string) => {
    const dialog = it.page.getByRole('dialog', { name: 'Move this claim' })
    await dialog.getByRole('radio', { name: to }).click()
    await dialog.getByRole('button', { name: 'Move it' }).click()
  }
  await move(one, 'The first.')
  await expect(one.notice('Moved')).toBeVisible()
  await move(other, 'The second.')
  await expect(other.notice('Somebody moved this claim meanwhile')).toBeVisible()
  await one.notice('Moved').getByRole('button', { name: 'Undo' }).click()
  await expect(one.claim('The third.')).toBeVisible()
})

test('a student without a mouse stands, argues, votes and walks the outline', async ({ world }) => {
  const { instructor, ana, place, reading, group } = await course(world)
  const api = world.as(instructor)
  const thesisId = await api.setThesis(await api.openDebate(place), THESIS)
  const first = await api.claim(thesisId, { text: 'Twelve is a number.', cites: 'Twelve wagons' })
  await api.claim(first, { text: 'A number is not a count.', relation: 'opposes' })
  await api.vote(first, 2)
  const page = await world.browserOf(ana)
  const { keyboard } = page
  await readingRoom(page).open(reading, group)
  const it = debate(page)
  await tabTo(it.bar(COUNTED).getByRole('link').first())
  await keyboard.press('Enter')
  await expect(it.panel.getByRole('heading', { name: THESIS })).toBeFocused()
  await tabTo(it.panel.getByRole('button', { name: 'Agree', exact: true }))
  await keyboard.press('Enter')
  await tabTo(
    it.scale('Twelve is a number.', 'Is it true?').getByRole('button', { name: '0 of 4' }),
  )
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowRight')
  await keyboard.press('Enter')
  await expect(it.claim('Twelve is a number.')).toContainText('2 voted')
  await tabTo(it.panel.getByRole('button', { name: 'Add a claim that qualifies the thesis' }))
  await keyboard.press('Enter')
  await expect(it.panel.getByRole('textbox', { name: 'Your claim' })).toBeFocused()
  await keyboard.type('Well enough for a yard.')
  await keyboard.press('Control+Enter')
  await expect(it.claim('Well enough for a yard.')).toBeVisible()

  await tabTo(it.panel.getByRole('link', { name: 'Map' }))
  await keyboard.press('Enter')
  const tree = page.getByRole('tree', { name: 'Outline' })
  const item = (name: RegExp) => tree.getByRole('treeitem', { name })
  await tabTo(item(/^The wagons were counted well/).first())
  await keyboard.press('ArrowDown')
  await expect(tree.locator('[aria-selected="true"]')).toContainText('Twelve is a number.')
  await keyboard.press('ArrowLeft')
  await expect(tree).not.toContainText('A number is not a count.')
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowRight')
  await expect(tree.locator('[aria-selected="true"]')).toContainText('A number is not a count.')
  await keyboard.press('w')
  await expect(tree.locator('[aria-selected="true"]')).toContainText('Well enough for a yard.')
  await expect(
    page.getByRole('img', { name: /^Argument map/ }).getByText('for a yard.'),
  ).toBeInViewport()
  await expectAccessible(page)
})

test('all debates of a reading are seen at a glance, and a debate is read without scripts', async ({
  world,
}) => {
  const { instructor, ana, place, reading, group } = await course(world)
  const api = world.as(instructor)
  const thesisId = await api.setThesis(await api.openDebate(place), THESIS)
  await api.claim(thesisId, { text: 'Twelve is a number.' })
  await api.claim(thesisId, { text: 'Who counted them?', relation: 'asks' })
  const page = await world.browserOf(ana)
  await page.goto(`/readings/${reading.slug}/debates?group=${group.slug}`)
  await expect(page.getByRole('region', { name: 'Resting on nothing' })).toContainText(
    'Twelve is a number.',
  )
  await expect(page.getByRole('region', { name: 'Unanswered' })).toContainText('Who counted them?')
  await expectAccessible(page)

  const plain = await world.browserOf(ana, { javaScriptEnabled: false })
  await plain.goto(`/readings/${reading.slug}?group=${group.slug}`)
  await debate(plain).bar(COUNTED).getByRole('link').first().click()
  await plain.getByRole('link', { name: 'Read without saying' }).click()
  await expect(plain.getByRole('article', { name: 'Twelve is a number.' })).toBeVisible()
})
