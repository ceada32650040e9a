import { expectAccessible } from '@/e2e/accessible'
import { expect, test } from '@/e2e/fixtures'
import { bringIn } from '@/e2e/pages/bring-in'
import { readingRoom } from '@/e2e/pages/reading-room'
import { siteAddress } from '@/e2e/world/web-site'

const SAMPLES = 'lib/converting/samples'

test('somebody brings a Word document in, looks at it, and discusses it', async ({ world }) => {
  const { ana, group } = await world.team()
  const hers = bringIn(await world.browserOf(ana))
  await hers.open()
  await expectAccessible(hers.page)
  await hers.file(`${SAMPLES}/ferry-libreoffice.docx`)
  await hers.readyAs('The Ferry at Low Water')
  await expect(hers.understood).toContainText('2 footnotes')
  await expect(hers.text.getByRole('img', { name: /river/ })).toBeVisible()
  await expect(hers.page.getByLabel('Language')).toHaveValue('en-GB')
  await expect(hers.page.getByLabel('Authors')).toHaveValue('Ilse Brandt; Tomás Okoro')
  await hers.page.getByText('Details', { exact: true }).click()
  await expectAccessible(hers.page)

  await hers.page.getByLabel('Title').fill('The Ferry')
  await hers.page.getByLabel('Licence').fill('CC BY 4.0')
  await hers.page.getByLabel('Group').selectOption(group.name)
  await hers.page.reload()
  await expect(hers.page.getByLabel('Title')).toHaveValue('The Ferry')
  await hers.save()

  const room = readingRoom(hers.page)
  await room.ready()
  await expect(hers.page.getByRole('heading', { name: 'The Ferry', level: 1 })).toBeVisible()
  await hers.page.locator('a.footnote-sign', { hasText: '[1]' }).click()
  await expect(hers.page).toHaveURL(/#footnote-1$/)
  await hers.page.getByRole('link', { name: 'Back to the text' }).first().click()
  await expect(hers.page).toHaveURL(/#footnote-sign-1$/)
  await room.comment('nobody wrote the times down any more', 'Then who knows that it ran twice?')
  await expect(room.marks.first()).toBeVisible()
  await expectAccessible(hers.page)
})

test('somebody fetches a page of the web; what is not public is refused in words', async ({
  world,
}) => {
  const { ana } = await world.team()
  const hers = bringIn(await world.browserOf(ana))
  await hers.address('http://127.0.0.1:5432/')
  await expect(
    hers.page.getByRole('alert').filter({ hasText: 'not on the public web' }),
  ).toBeVisible()
  await expectAccessible(hers.page)
  await hers.address(siteAddress().slow)
  await hers.page.getByRole('button', { name: 'Stop' }).click()
  await expect(hers.page.getByRole('heading', { name: 'Stopped' })).toBeVisible()
  await expectAccessible(hers.page)
  await hers.address(siteAddress().article)
  await hers.readyAs('The Weir')
  await expect(hers.text).toContainText('Eleven boats were upright again')
  await expect(hers.text).not.toContainText('Most read this week')
  await expect(hers.page.getByLabel('Where it is from')).toHaveValue(siteAddress().article)
  await hers.save()
  await readingRoom(hers.page).ready()
  await expect(hers.page.getByRole('img', { name: 'A boat on its side' })).toBeVisible()
})

test('whoever knows an encoding better than a guess sees the text anew in it', async ({
  world,
}) => {
  const { ana } = await world.team()
  const hers = bringIn(await world.browserOf(ana))
  const { page } = hers
  await hers.file(`${SAMPLES}/kinds/cp1251.txt`)
  await hers.readyAs('cp1251')
  const encoding = page.getByRole('combobox', { name: 'Encoding' })
  await expect(encoding).toHaveValue('windows-1251')
  const right = (await hers.text.innerText()).slice(0, 40)
  await page.getByLabel('Title').fill('Old letters')
  await encoding.focus()
  await encoding.selectOption('Greek (windows-1253)')
  await expect(hers.text).not.toContainText(right)
  await expect(hers.text).toContainText(/\p{Script=Greek}{4}/u)
  await expect(encoding).toHaveValue('windows-1253')
  await expect(encoding).toBeFocused()
  await expectAccessible(page)
  await encoding.selectOption('windows-1251')
  await expect(hers.text).toContainText(right)
  await expect(page.getByLabel('Title')).toHaveValue('Old letters')
  await hers.save()
  await readingRoom(page).ready()
})

test('a book becomes one reading a chapter; what cannot be read is told of behind the bell', async ({
  world,
}) => {
  const { ana } = await world.team()
  const hers = bringIn(await world.browserOf(ana))
  await hers.file(`${SAMPLES}/letters-pandoc.epub`)
  await hers.readyAs('Three Letters from the Weir')
  await hers.page.getByRole('radio', { name: '3 readings, one for each chapter' }).check()
  await hers.save('Save 3 readings')
  await expect(
    hers.page.getByText('Three Letters from the Weir: The second letter').first(),
  ).toBeVisible()

  await hers.file(`${SAMPLES}/scan-chromium.pdf`)
  await expect(hers.page.getByRole('heading', { name: 'This text could not be read' })).toBeVisible(
    {
      timeout: 30_000,
    },
  )
  await expectAccessible(hers.page)
  await hers.page.goto('/')
  await hers.page.getByRole('button', { name: /^Notifications/ }).click()
  const told = hers.page.getByRole('dialog', { name: 'Notifications' })
  await expect(told.getByRole('link', { name: /scan-chromium.pdf/ })).toBeVisible()
  await expectAccessible(hers.page)
  await told.getByRole('link', { name: /scan-chromium.pdf/ }).click()
  await expect(hers.page).toHaveURL(/\/imports\//)
})

const COPIED = '<h1>The Weir</h1><p>Eleven <b>boats</b>.</p><ul><li>One</li></ul>'

test('what is pasted keeps its form; without a line its words stay, and are added later', async ({
  world,
}) => {
  const { ana } = await world.team()
  const hers = bringIn(await world.browserOf(ana))
  const { page } = hers
  await hers.open()
  await hers.paste(COPIED, 'The Weir')
  await hers.readyAs('The Weir')
  await expect(hers.text.getByRole('listitem')).toHaveText('One')

  await hers.open()
  await page.context().setOffline(true)
  await hers.paste(COPIED, '# The weir\n\nEleven boats lay on their side.')
  await expect(hers.field).toHaveValue(/Eleven boats/)
  await expect(hers.field).toBeFocused()
  await expect(page.getByText('The server cannot be reached.')).toBeVisible()
  await expect(page.getByLabel('Title')).toHaveValue('The weir')
  await page.getByRole('button', { name: 'Add the reading' }).click()
  await expect(page.getByText('Your draft is kept.')).toBeVisible()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Add the reading' }).click()
  await readingRoom(page).ready()
  await expect(page.getByRole('heading', { name: 'The weir', level: 1 })).toBeVisible()
})

test('what is known of a text is filled in: its title, its language; the rest is folded away', async ({
  world,
}) => {
  const { ana } = await world.team()
  const hers = bringIn(await world.browserOf(ana))
  const { page } = hers
  await hers.open()
  await expect(page.getByLabel('Title')).toBeHidden()
  await hers.field.fill(
    '# Über den *Fluss*\n\nDer Fluss hielt sein Versprechen, und niemand wusste mehr, wer das Wehr geöffnet hatte.',
  )
  await expect(page.getByLabel('Title')).toHaveValue('Über den Fluss')
  await expect(page.getByLabel('Authors')).toBeHidden()
  const details = page.getByText('Details', { exact: true })
  await expect(details.locator('..')).toContainText('Deutsch')
  await details.click()
  await page.getByLabel('Where it is from').fill('gutenberg.org')
  await details.click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add the reading' }).click()
  await expect(page.getByLabel('Where it is from')).toBeFocused()
  await page.getByLabel('Where it is from').fill('')
  await page.reload()
  await expect(page.getByText('Your draft was kept here.')).toBeVisible()
  await expect(page.getByLabel('Title')).toHaveValue('Über den Fluss')
  await page.getByRole('button', { name: 'Add the reading' }).click()
  await readingRoom(page).ready()
  await expect(page.locator('.text[lang="de"]').first()).toBeVisible()
})

test('on a phone the preview stands below what is said about it @phone', async ({ world }) => {
  const { ana } = await world.team()
  const hers = bringIn(await world.browserOf(ana))
  await hers.file(`${SAMPLES}/ferry-pandoc.epub`)
  await hers.readyAs('The Ferry at Low Water')
  const wide = await hers.page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(390)
  await expectAccessible(hers.page)
})
