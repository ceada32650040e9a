import { expect, test } from '@/e2e/fixtures'
import { readingRoom } from '@/e2e/pages/reading-room'

const SENTENCE = 'The driver said nothing at all.'
const QUESTION = 'Who counted them?'

test('an edit that is left is there again after a reload, and is asked about only where it would be lost', async ({
  world,
}) => {
  const { ana, group, reading } = await world.team()
  const room = readingRoom(await world.browserOf(ana))
  await room.open(reading, group)
  await room.comment(SENTENCE, 'Silence is an answer.')
  await room.note('Silence is an answer.').choose('Edit')
  const field = room.page.getByRole('textbox', { name: 'Your note' })
  await field.click()
  await room.page.keyboard.press('ControlOrMeta+End')
  await room.page.keyboard.type(' And a loud one.')
  await room.page.keyboard.press('Escape')
  const unsaved = room.page.getByText('Unsaved changes')
  await expect(unsaved).toBeVisible()
  await room.page.reload()
  await room.ready()
  await room.page.getByRole('button', { name: '1 draft' }).click()
  await room.page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(field).toHaveText('Silence is an answer. And a loud one.')
  await room.page.keyboard.press('Escape')
  await room.page.getByRole('button', { name: 'Cancel' }).click()
  await room.page.getByRole('button', { name: 'Keep editing' }).click()
  await room.save()
  await expect(room.note('And a loud one.').card).toBeVisible()
  await expect.poll(() => room.draftsKept()).toEqual([])
})

test('letters typed before the editor has come are words, not commands', async ({ world }) => {
  const { ben, group, reading, note } = await world.team()
  await note()
  const room = readingRoom(await world.browserOf(ben))
  await room.open(reading, group)
  const asked = room.note(QUESTION)
  await asked.open()
  let release = () => {}
  const held = new Promise<void>((done) => {
    release = done
  })
  await room.page.route('**/_next/static/**', async (route) => {
    await held
    await route.continue()
  })
  await room.page.keyboard.press('r')
  await room.page.keyboard.type('e, the tea clerk. ')
  await expect(asked.replyBox).toHaveValue('e, the tea clerk. ')
  release()
  await expect(asked.card.getByRole('toolbar', { name: 'Format' })).toBeVisible()
  await expect(asked.card.locator('textarea')).toHaveCount(0)
  await room.page.keyboard.type('He counted.')
  await expect(asked.replyBox).toHaveText('e, the tea clerk. He counted.')
  await expect(asked.card.getByRole('button', { name: 'Resolve', exact: true })).toBeVisible()
  await room.page.keyboard.press('ControlOrMeta+Enter')
  await expect(asked.replies.filter({ hasText: 'He counted.' })).toBeVisible()
})

test('what the server refuses says why, survives a reload and can be mended', async ({ world }) => {
  const { ana, group, reading } = await world.team()
  const room = readingRoom(await world.browserOf(ana))
  await room.open(reading, group)
  const refusal = {
    status: 422,
    contentType: 'application/problem+json',
    body: JSON.stringify({ code: 'tag', detail: 'That is no tag.', tag: 'odd', status: 422 }),
  }
  await room.page.route('**/api/v1/annotations', (route) => route.fulfill(refusal))
  await room.comment(SENTENCE, 'Silence is an answer.')
  const refused = room.note('Silence is an answer.')
  await expect(refused.card.getByRole('alert')).toContainText('Tag “odd”: That is no tag.')
  await room.page.unroute('**/api/v1/annotations')
  await room.page.reload()
  await room.ready()
  await refused.card.locator('.opens').click()
  await expect(refused.card.getByRole('alert')).toContainText('Tag “odd”')
  await refused.card.getByRole('button', { name: 'Edit' }).click()
  await expect(room.field).toHaveText('Silence is an answer.')
  await room.post()
  await expect(refused.card.getByRole('button', { name: 'Resolve' })).toBeVisible()
  await expect(refused.card).toHaveCount(1)
  await expect.poll(() => room.draftsKept()).toEqual([])
  await expect.poll(() => world.as(ana).countNotes(reading.id)).toBe(1)
})

test('the words of a reply outlive the note that they answer', async ({ world }) => {
  const { ana, ben, group, reading, note } = await world.team()
  await note()
  const room = readingRoom(await world.browserOf(ben))
  await room.open(reading, group)
  await room.note(QUESTION).open()
  await room.note(QUESTION).writeReply('The clerk did.')
  const author = readingRoom(await world.browserOf(ana))
  await author.open(reading, group)
  await author.note(QUESTION).open()
  await author.note(QUESTION).choose('Delete')
  const kept = room.page.getByRole('alert').filter({ hasText: 'Your words are kept' })
  await expect(kept).toContainText('The clerk did.')
  await kept.getByRole('button', { name: 'Write as a note' }).click()
  await expect(room.field).toHaveText('The clerk did.')
  await room.post()
  await expect(
    room.note('The clerk did.').card.getByRole('button', { name: 'Resolve' }),
  ).toBeVisible()
})

test('what is posted after the session has ended is sent once one has signed in again', async ({
  world,
}) => {
  const { ana, group, reading } = await world.team()
  const room = readingRoom(await world.browserOf(ana))
  await room.open(reading, group)
  const context = room.page.context()
  const cookies = await context.cookies()
  await context.clearCookies()
  await room.comment(SENTENCE, 'Silence is an answer.')
  const note = room.note('Silence is an answer.')
  await note.card.getByRole('link', { name: 'Sign in and send' }).click()
  await expect(room.page).toHaveURL(/\/sign-in/)
  await context.addCookies(cookies)
  await room.open(reading, group)
  await expect(note.card).not.toHaveClass(/is-sending/)
  await note.open()
  await expect(note.card.getByRole('button', { name: 'Resolve' })).toBeVisible()
  await expect.poll(() => world.as(ana).countNotes(reading.id)).toBe(1)
})

test('Enter adds a tag and never posts; Ctrl+Enter posts from every field', async ({ world }) => {
  const { ana, group, reading } = await world.team()
  const room = readingRoom(await world.browserOf(ana))
  await room.open(reading, group)
  await room.select(SENTENCE)
  await room.make('Support')
  const tags = room.composer.getByRole('combobox', { name: 'Tags' })
  await tags.click()
  await room.page.keyboard.type('human robot interaction')
  await room.page.keyboard.press('Enter')
  await expect(room.composer.locator('.tag')).toContainText('human robot interaction')
  await room.page.keyboard.press('Escape')
  await room.page.reload()
  await room.ready()
  await room.page.getByRole('button', { name: '1 draft' }).click()
  await room.page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(room.composer.locator('.tag')).toContainText('human robot interaction')
  await room.write('So it is.')
  await tags.click()
  await room.page.keyboard.type('method')
  await room.page.keyboard.press('ControlOrMeta+Enter')
  const note = room.note('So it is.')
  await expect(note.card.locator('.tag')).toHaveText(['human robot interaction', 'method'])
})
