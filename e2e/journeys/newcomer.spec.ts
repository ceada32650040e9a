import { expectAccessible } from '@/e2e/accessible'
import { expect, test } from '@/e2e/fixtures'
import { readingRoom } from '@/e2e/pages/reading-room'
import { walkIn } from '@/e2e/pages/sign-in'

const ARTICLE = /Implications of North Korea/
const SENTENCE = 'It revives Cold War-era models of alliances'
const COUNTED = 'Nobody counted them a second time, and nobody asked why.'

test('a newcomer walks into the demo, comments on a sentence, and a colleague there answers', async ({
  page,
  world,
}) => {
  await page.goto('/sign-in')
  await expectAccessible(page)
  await walkIn(page, 'Ana Beltrão')
  await expectAccessible(page)
  await page.getByRole('link', { name: ARTICLE }).first().click()
  const hers = readingRoom(page)
  await hers.ready()
  await expectAccessible(page)

  const his = readingRoom(await world.browserOf(null))
  await walkIn(his.page, 'Noor Haddad')
  await his.page.goto(page.url())
  await his.ready()

  await hers.comment(SENTENCE, 'Revives, or only resembles?')
  await expect(his.note('Revives, or only resembles?').card).toBeVisible()
  await his.note('Revives, or only resembles?').open()
  await his.note('Revives, or only resembles?').reply('Resembles, I would say.')
  // What would move the cards below waits behind a press.
  await hers.page.getByRole('button', { name: '1 new' }).first().click()
  await expect(
    hers.note('Revives, or only resembles?').replies.filter({ hasText: 'Resembles' }),
  ).toBeVisible()
})

test('colleagues in two browsers talk about a sentence, and nothing is lost', async ({ world }) => {
  const { ana, ben, group, reading } = await world.team()
  const hers = readingRoom(await world.browserOf(ana))
  const his = readingRoom(await world.browserOf(ben))
  await hers.open(reading, group)
  await his.open(reading, group)

  await hers.comment(COUNTED, 'Then who wrote the number down?')
  const seen = his.note('Then who wrote the number down?')
  await expect(seen.card).toBeVisible()
  await expect(his.marks).toHaveText(COUNTED)

  await seen.open()
  await seen.reply('The clerk, from memory.')
  const answered = hers.note('Then who wrote the number down?')
  await expect(answered.replies.filter({ hasText: 'The clerk, from memory.' })).toBeVisible()
  await expectAccessible(hers.page)

  for (const room of [hers, his]) {
    await room.page.reload()
    await room.ready()
    await room.note('Then who wrote the number down?').open()
    await expect(room.note('Then who wrote the number down?').replies).toHaveCount(1)
    await expect(room.marks).toHaveText(COUNTED)
  }
})
