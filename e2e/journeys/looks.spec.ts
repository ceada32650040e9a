import type { Locator } from '@playwright/test'
import { expectAccessible } from '@/e2e/accessible'
import { expect, test } from '@/e2e/fixtures'
import { readingRoom } from '@/e2e/pages/reading-room'

test('a theme is kept, and every theme can be read by everybody', async ({ world }) => {
  const { ana, group, reading, note } = await world.team()
  await note()
  const room = readingRoom(await world.browserOf(ana, { colorScheme: 'light' }))
  await room.open(reading, group)
  await room.note('Who counted them?').open()
  for (const next of ['sepia', 'dark', 'light', 'sepia']) {
    await room.page.getByRole('button', { name: `Change to ${next}` }).click()
    await expect(room.page.locator('html')).toHaveAttribute('data-theme', next)
    await expectAccessible(room.page)
  }
  await room.page.reload()
  await expect(room.page.locator('html')).toHaveAttribute('data-theme', 'sepia')
})

test('how the text looks is changed before the reader and stays so', async ({ world }) => {
  const { ana, group, reading } = await world.team()
  const room = readingRoom(await world.browserOf(ana))
  await room.open(reading, group)
  const paragraph = room.article.getByText('The ledger names eleven.')
  const sizeOf = () => paragraph.evaluate((element) => getComputedStyle(element).fontSize)
  const usual = await sizeOf()
  await room.page.getByRole('button', { name: 'Reading settings' }).click()
  await room.page.getByRole('button', { name: 'Larger' }).click()
  await room.page.getByRole('combobox', { name: 'Typeface' }).selectOption('Lexend')
  await expect.poll(sizeOf).not.toBe(usual)
  const chosen = await sizeOf()
  await expect(paragraph).toHaveCSS('font-family', /Lexend/)
  await expectAccessible(room.page)
  await room.page.reload()
  await expect(paragraph).toHaveCSS('font-family', /Lexend/)
  expect(await sizeOf()).toBe(chosen)
})

test('on paper the notes are numbered under their sections', async ({ world }) => {
  const { ben, group, reading, note } = await world.team()
  const { id } = await note()
  await world.as(ben).reply(id, 'The clerk did.')
  const room = readingRoom(await world.browserOf(ben))
  await room.open(reading, group)
  await room.page.emulateMedia({ media: 'print' })
  await room.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  const section = room.page.getByRole('region', { name: 'What was counted' })
  const listed = section.getByRole('listitem').filter({ hasText: 'Who counted them?' })
  await expect(listed).toBeVisible()
  await expect(listed).toContainText('The clerk did.')
  await expect(section.getByText('Twelve wagons').first()).toContainText('in the morning.1')
  await expect(room.page.getByRole('navigation', { name: 'Contents' })).toBeHidden()
  await expect(room.page.getByRole('banner')).toBeHidden()
})

test('where the reader has colours of their own, what is chosen, marked and a button is still seen', async ({
  world,
}) => {
  const { ana, ben, group, reading, note } = await world.team()
  const { id } = await note()
  await world.as(ben).reply(id, 'The clerk did.')
  const room = readingRoom(await world.browserOf(ana, { forcedColors: 'active' }))
  const { page } = room
  const styleOf = (what: Locator, name: string) =>
    what.evaluate((element, wanted) => getComputedStyle(element).getPropertyValue(wanted), name)
  const canvas = () => styleOf(page.locator('body'), 'background-color')
  await page.goto('/')
  const nav = page.locator('.header-nav')
  const here = nav.getByRole('link', { name: 'Library' })
  const elsewhere = nav.getByRole('link', { name: 'Groups' })
  expect(await styleOf(elsewhere, 'border-block-end-color')).toBe(await canvas())
  expect(await styleOf(here, 'border-block-end-color')).not.toBe(await canvas())
  const add = page.getByRole('link', { name: 'Add a reading' }).first()
  expect(await styleOf(add, 'border-block-end-width')).toBe('1px')

  await page.goto('/search?q=clerk')
  const found = page.locator('mark').first()
  await expect(found).toBeVisible()
  expect(await styleOf(found, 'color')).not.toBe(await styleOf(found, 'background-color'))
  expect(await styleOf(found, 'border-block-end-style')).toBe('solid')

  await room.open(reading, group)
  expect(await styleOf(room.marks.first(), 'border-block-end-color')).not.toBe(await canvas())
  await expect(page.locator('.strip a b').first()).not.toHaveCSS('background-color', await canvas())
  await page.getByRole('button', { name: 'Reading settings' }).click()
  const chosen = page.locator('.seg > [aria-checked="true"]').first()
  await expect(chosen).toHaveCSS('outline-style', 'solid')
  await expect(page.locator('.seg > [aria-checked="false"]').first()).toHaveCSS(
    'outline-style',
    'none',
  )
})
