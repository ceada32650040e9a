import { expectAccessible } from '@/e2e/accessible'
import { expect, test } from '@/e2e/fixtures'
import { debate } from '@/e2e/pages/debate'
import { readingRoom } from '@/e2e/pages/reading-room'

const SENTENCE = 'The driver said nothing at all.'
const WORDS = 'Silence is an answer, too.'

test('what was typed survives a reload and a crash of the page, and is then posted once', async ({
  world,
}) => {
  const { ana, group, reading } = await world.team()
  const first = readingRoom(await world.browserOf(ana))
  await first.open(reading, group)
  await first.select(SENTENCE)
  await first.make('Comment')
  await first.write('Silence is')
  await first.page.reload()
  await first.ready()
  await first.select(SENTENCE)
  await first.make('Comment')
  await expect(first.composer).toContainText('Draft restored')
  await expect(first.field).toHaveText('Silence is')
  await first.field.press('ControlOrMeta+End')
  await first.page.keyboard.type(' an answer, too.')
  await expect.poll(() => first.draftsKept()).toContain(WORDS)
  await first.crash()

  const second = readingRoom(await first.page.context().newPage())
  await second.open(reading, group)
  await second.select(SENTENCE)
  await second.make('Comment')
  await expect(second.field).toHaveText(WORDS)
  await second.post()
  await expect(second.note(WORDS).card).not.toHaveClass(/is-sending/)
  await expect.poll(() => second.draftsKept()).toEqual([])
  await expect.poll(() => world.as(ana).countNotes(reading.id)).toBe(1)
})

test('what is posted without a network waits, says so, and goes out once when it is back', async ({
  world,
}) => {
  const { ana, group, reading } = await world.team()
  const room = readingRoom(await world.browserOf(ana))
  await room.open(reading, group)
  await room.select(SENTENCE)
  await room.make('Comment')
  await room.write(WORDS)
  await room.page.context().setOffline(true)
  await room.post()
  const note = room.note(WORDS)
  await expect(note.card.getByRole('alert')).toContainText('Not sent')
  await expect(note.card.getByRole('button', { name: 'Retry' })).toBeVisible()
  await room.page.context().setOffline(false)
  await expect(note.card.getByRole('button', { name: 'Resolve' })).toBeVisible()
  await expect.poll(() => world.as(ana).countNotes(reading.id)).toBe(1)
})

test('an answer that was lost on its way makes no second note: it is asked for again by itself', async ({
  world,
}) => {
  const { ana, group, reading } = await world.team()
  const room = readingRoom(await world.browserOf(ana))
  await room.open(reading, group)
  await room.page.route(
    '**/api/v1/annotations',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await room.comment(SENTENCE, WORDS)
  const note = room.note(WORDS)
  await expect(note.card.getByRole('button', { name: 'Resolve' })).toBeVisible()
  await expect(note.card).toHaveCount(1)
  await expect.poll(() => world.as(ana).countNotes(reading.id)).toBe(1)
})

test('an unfinished reply waits in its thread', async ({ world }) => {
  const { ben, group, reading, note } = await world.team()
  await note()
  const room = readingRoom(await world.browserOf(ben))
  await room.open(reading, group)
  await room.note('Who counted them?').open()
  await room.note('Who counted them?').writeReply('The clerk, I')
  await room.page.reload()
  await room.ready()
  await room.note('Who counted them?').open()
  await expect(room.note('Who counted them?').replyBox).toHaveText('The clerk, I')
})

test('unfinished claims stand among the drafts, which lead back to where each was written', async ({
  world,
}) => {
  const { ana, ben, group, reading } = await world.team()
  const debateId = await world
    .as(ana)
    .openDebate({ readingId: reading.id, groupId: group.id, section: 1 })
  const thesisId = await world.as(ana).setThesis(debateId, 'The wagons were counted well.')
  await world.as(ana).takeStance(thesisId, 'agree')
  await world.as(ana).claim(thesisId, { text: 'Twelve were named.', cites: 'Nobody counted them' })
  await world.as(ben).takeStance(thesisId, 'disagree')
  const room = readingRoom(await world.browserOf(ben))
  const { page } = room
  const { panel, open, claim } = debate(page)
  const field = panel.getByRole('textbox', { name: 'Your claim' })
  const drafts = page.getByRole('button', { name: /drafts?$/ })
  const listed = page.getByRole('dialog', { name: 'Drafts' }).getByRole('listitem')
  await room.open(reading, group)
  await open('What was counted')
  await panel.getByRole('button', { name: 'Add a claim that opposes the thesis' }).click()
  await field.fill('Once is not well')
  await panel.getByRole('radio', { name: 'inference' }).click()
  await page.reload()
  await drafts.click()
  await expect(listed).toContainText('Claim on “The wagons were counted well.”')
  await listed.getByRole('link', { name: 'Open' }).click()
  await expect(field).toHaveValue('Once is not well')
  await expect(field).toBeFocused()
  await expect(panel.getByRole('radio', { name: 'inference' })).toBeChecked()
  await expect(page).not.toHaveURL(/write/)

  await claim('Twelve were named.').getByRole('button', { name: 'Answer it' }).click()
  const answer = claim('Twelve were named.').getByRole('textbox', { name: 'Your claim' })
  await answer.fill('By whom')
  await expect(drafts).toHaveText('2 drafts')
  await page.goto('/')
  await room.open(reading, group)
  await drafts.click()
  const second = listed.filter({ hasText: 'Claim on “Twelve were named.”' })
  await second.getByRole('link', { name: 'Open' }).click()
  await expect(answer).toHaveValue('By whom')
  await expect(answer).toBeFocused()
  await expectAccessible(page)
  await panel.getByRole('button', { name: 'Add', exact: true }).last().click()
  await expect(claim('By whom')).toBeVisible()
  await expect(drafts).toHaveText('1 draft')
  await drafts.click()
  await listed.getByRole('link', { name: 'Open' }).click()
  await expect(field).toHaveValue('Once is not well')
})
