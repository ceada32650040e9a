import type { Page } from '@playwright/test'
import { expectAccessible } from '@/e2e/accessible'
import { expect, test } from '@/e2e/fixtures'

// Nobody should need scripts to come in: these journeys have none.
const WITHOUT_SCRIPTS = { javaScriptEnabled: false }

async function typeIn(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(typed)) {
    await page.getByLabel(label, { exact: true }).fill(value)
  }
}

test('somebody mistypes the password, tries again, is led back to where she was, and leaves', async ({
  world,
}) => {
  const { id } = await world.person('Ana Ruiz', 'a lantern in the yard')
  const page = await world.browserOf(null, WITHOUT_SCRIPTS)
  await page.goto('/sign-in?next=/groups')
  await typeIn(page, { 'E-mail': `${id}@example.org`, Password: 'a lantern in the barn' })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('do not belong together')
  await expect(page.getByLabel('E-mail')).toHaveValue(`${id}@example.org`)
  await expect(page.getByLabel('Password')).toHaveValue('')

  await typeIn(page, { Password: 'a lantern in the yard' })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/groups')
  await expect(page.getByRole('button', { name: 'Ana Ruiz: your account' })).toBeVisible()

  await page.goto('/sign-out')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
})

test('somebody makes an account, and nobody can make another with its address', async ({
  world,
}) => {
  const email = `${(await world.person('Somebody else')).id}@newcomers.example`
  const page = await world.browserOf(null, WITHOUT_SCRIPTS)
  await page.goto('/sign-up?next=/groups')
  await typeIn(page, { Name: 'Zoë Łęcka', 'E-mail': email, Password: 'eleven wagons' })
  await page.getByRole('button', { name: 'Create the account' }).click()
  await expect(page).toHaveURL('/groups')
  await expect(page.getByRole('button', { name: 'Zoë Łęcka: your account' })).toBeVisible()

  const other = await world.browserOf(null, WITHOUT_SCRIPTS)
  await other.goto('/sign-up')
  await typeIn(other, { Name: 'Not Zoë', 'E-mail': email.toUpperCase(), Password: 'ten wagons?' })
  await other.getByRole('button', { name: 'Create the account' }).click()
  await expect(other.getByRole('alert')).toContainText('an account with this address')
  await expect(other.getByLabel('Name')).toHaveValue('Not Zoë')
})

test('who is signed out elsewhere is out there at once', async ({ world }) => {
  const person = await world.person('Ana Ruiz', 'a lantern in the yard')
  const there = await world.browserOf(person)
  await there.goto('/')
  const here = await world.browserOf(null)
  await here.goto('/sign-in?next=/settings')
  await typeIn(here, { 'E-mail': `${person.id}@example.org`, Password: 'a lantern in the yard' })
  await here.getByRole('button', { name: 'Sign in' }).click()
  await expect(here).toHaveURL('/settings')
  await expectAccessible(here)
  const end = here.getByRole('button', { name: /^End / })
  await end.click()
  await expect(end).toHaveCount(0)
  await there.goto('/')
  await expect(there.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
})

test('every way in can be used by everybody', async ({ page }) => {
  for (const path of ['/sign-in?problem=link', '/sign-up', '/forgotten', '/setup?token=old']) {
    await page.goto(path)
    await expectAccessible(page)
  }
})
