import { expect, test } from '@/e2e/fixtures'
import { textEditor } from '@/e2e/pages/text-editor'

test('while a text is written nothing moves by itself, and its shape is seen', async ({
  world,
}) => {
  const { ana, reading } = await world.team()
  const editor = textEditor(await world.browserOf(ana))
  const { page, text } = editor
  await editor.open(reading)
  const topOf = async (words: string) => (await text.getByText(words).boundingBox())?.y ?? 0

  await text.getByText('A clerk may have looked away.').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  await expect(page.getByRole('toolbar', { name: 'Table' })).toBeVisible()
  await expect(text).toBeFocused()
  await text.getByText('A clerk may have looked away.').click()
  await expect(page.getByRole('toolbar', { name: 'Table' })).toBeHidden()
  const before = await topOf('The record begins')
  await text.getByRole('cell').first().click()
  await expect(page.getByRole('toolbar', { name: 'Table' })).toBeVisible()
  expect(await topOf('The record begins')).toBe(before)

  await text.getByText('The record begins').click()
  await page.getByRole('combobox', { name: 'Style of the line' }).selectOption('Heading 1')
  const sizeOf = (level: number) =>
    text
      .getByRole('heading', { level })
      .first()
      .evaluate((heading) => Number.parseFloat(getComputedStyle(heading).fontSize))
  expect(await sizeOf(1)).toBeGreaterThan((await sizeOf(2)) * 1.15)
  const chapter = editor.outline.getByRole('listitem').filter({ hasText: 'The record begins' })
  await expect(chapter.getByRole('listitem')).toHaveText([
    /What was counted/,
    /What was said/,
    /What remains/,
  ])

  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 800 })
    await text.press('ControlOrMeta+f')
    const bar = page.getByRole('search')
    const parts = await bar.locator('input, button').all()
    const middles = await Promise.all(
      parts.map(async (part) => {
        const box = await part.boundingBox()
        return Math.round((box?.y ?? 0) + (box?.height ?? 0) / 2)
      }),
    )
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThanOrEqual(2)
    await bar.getByRole('button', { name: 'Close' }).click()
  }
})

test('a note stays on the word that was put in the place of its own, before and after publishing', async ({
  world,
}) => {
  const { ana, ben, group, reading } = await world.team()
  await world.as(ben).annotate({
    readingId: reading.id,
    groupId: group.id,
    visibility: 'group',
    kind: 'note',
    target: { exact: 'looked' },
    body: { format: 'markdown', value: 'Did they?' },
  })
  const editor = textEditor(await world.browserOf(ana))
  await editor.open(reading)
  const marked = editor.text.locator('.note-mark')
  await expect(marked).toHaveText('looked')
  await editor.replace('looked', 'gazed idly')
  await expect(marked).toHaveText('gazed idly')
  await editor.publish('Say how')
  await expect(editor.page.locator('mark').filter({ hasText: 'gazed idly' })).toBeVisible()
})
