import type { Page } from '@playwright/test'
import { expectAccessible } from '@/e2e/accessible'
import { expect, test } from '@/e2e/fixtures'

test('a class is made, a student invited in, given a role, and leaves; the last owner stays', async ({
  world,
}) => {
  const ingrid = await world.browserOf(await world.person('Ingrid Owner'))
  await ingrid.goto('/groups/new')
  await expectAccessible(ingrid)
  const name = `Evidence ${Date.now()}`
  await ingrid.getByRole('textbox', { name: 'Name' }).fill(name)
  await ingrid.getByRole('radio', { name: /^Course/ }).check()
  await ingrid.getByRole('button', { name: 'Make the group' }).click()
  await expect(ingrid.getByRole('heading', { level: 1 })).toHaveText(name)
  await ingrid
    .getByRole('combobox', { name: 'As' })
    .selectOption({ label: 'Student: reads and writes' })
  await ingrid.getByRole('button', { name: 'Create invite link' }).click()
  const code = await ingrid.locator('.invitation-code').innerText()
  await expectAccessible(ingrid)

  await inviteByList(ingrid)
  await ingrid.getByRole('link', { name }).click()

  // Without JavaScript, as the link of an invitation may be opened anywhere.
  const chidi = await world.person('Chidi Student')
  const his = await world.browserOf(chidi, { javaScriptEnabled: false })
  await his.goto(`/join/${code}`)
  await expect(his.getByText('You join as student')).toBeVisible()
  await his.getByRole('button', { name: `Join ${name}` }).click()
  await expect(his.getByRole('heading', { level: 1 })).toHaveText(name)

  await ingrid.reload()
  await ingrid.getByRole('combobox', { name: 'Role of Chidi Student' }).selectOption('Moderator')
  await expect
    .poll(async () => {
      await his.reload()
      return his.getByText('you: moderator').count()
    })
    .toBe(1)

  const same = await world.browserOf(chidi)
  await same.goto(his.url())
  await same.getByRole('button', { name: 'Leave' }).click()
  await same.getByRole('dialog').getByRole('button', { name: 'Leave' }).click()
  await expect(same).toHaveURL('/groups')
  expect((await same.goto(his.url()))?.status()).toBe(404)

  await ingrid.getByRole('button', { name: 'Leave' }).click()
  await ingrid.getByRole('dialog').getByRole('button', { name: 'Leave' }).click()
  await expect(ingrid.locator('[data-sonner-toast]')).toContainText(/owner/i)
  await ingrid.reload()
  await expect(ingrid.getByRole('heading', { level: 1 })).toHaveText(name)
})

/** Invites two people by a list, looked at first, and takes it back. */
async function inviteByList(ingrid: Page): Promise<void> {
  await ingrid.getByRole('link', { name: 'Add people from a list' }).click()
  const list = ingrid.getByLabel('List', { exact: true })
  await list.fill('Nia,nia@example.org\nOle,nowhere')
  await ingrid.getByRole('button', { name: 'Preview' }).click()
  await expect(ingrid.getByText('Line 2: This is not an e-mail address.')).toBeVisible()
  await ingrid.getByLabel('Choose a CSV file…').setInputFiles({
    name: 'class.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Name;E-mail;Role\r\nZoë;zoe@example.org;\r\nOle;ole@example.org;assistant',
    ),
  })
  await expect(list).toHaveValue(/Zoë/)
  await ingrid.getByRole('button', { name: 'Preview' }).click()
  await expect(ingrid.getByText('2 new, 0 changed, 0 unchanged.')).toBeVisible()
  await expectAccessible(ingrid)
  await ingrid.getByRole('button', { name: 'Invite 2 people' }).click()
  const invited = ingrid.getByRole('region', { name: 'Invited people' })
  await expect(invited.getByRole('row', { name: /Ole.*Assistant.*Not joined yet/ })).toBeVisible()
  const links = ingrid.waitForEvent('download')
  await ingrid.getByRole('button', { name: 'Links as CSV' }).click()
  expect((await links).suggestedFilename()).toMatch(/-links\.csv$/)
  await expectAccessible(ingrid)
  await ingrid.getByRole('button', { name: 'Undo: 2 invited, 0 joined' }).click()
  await expect(invited.getByText('Taken back')).toHaveCount(2)
}
