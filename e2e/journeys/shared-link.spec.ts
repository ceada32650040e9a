import { expectAccessible } from '@/e2e/accessible'
import { expect, test } from '@/e2e/fixtures'

const PASSWORD = 'a lantern in the yard'

test('a link to a place in a private reading survives signing in, from the page that is not there', async ({
  world,
}) => {
  const ana = await world.person('Ana Ruiz', PASSWORD)
  const group = await world.group({ members: [{ personId: ana.id, role: 'owner' }] })
  const reading = await world.reading(ana, { group })
  const link = `/readings/${reading.slug}?group=${group.slug}#what-was-said`
  const page = await world.browserOf(null)
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('nothing here')
  await expectAccessible(page)
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail', { exact: true }).fill(ana.email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: reading.title })).toBeVisible()
  expect(page.url()).toContain(link)
})

test('the link of a page that sends to sign-in keeps its part after the hash', async ({
  world,
}) => {
  const ana = await world.person('Ana Ruiz', PASSWORD)
  const page = await world.browserOf(null)
  await page.goto('/settings#tokens')
  await expect(page).toHaveURL(/next=%2Fsettings%23tokens/)
  await page.getByLabel('E-mail', { exact: true }).fill(ana.email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/settings#tokens')
})

test('who is invited reads what she joins, signs up, ends in the group and reads what to do there', async ({
  world,
  baseURL,
}) => {
  const ingrid = await world.person('Ingrid Sørbø')
  const members = [{ personId: ingrid.id, role: 'owner' as const }]
  const group = await world.group({ name: 'The ledger course', kind: 'course', members })
  const hers = await world.browserOf(ingrid)
  await hers.goto(`/groups/${group.slug}`)
  await hers.getByRole('link', { name: 'Invite', exact: true }).click()
  await expect(hers.getByRole('heading', { name: 'Invite' })).toBeInViewport()
  const made = await fetch(new URL(`/api/v1/groups/${group.id}/invitations`, baseURL ?? ''), {
    method: 'POST',
    headers: { authorization: ingrid.authorization },
    body: JSON.stringify({ role: 'member', expiresInDays: 1, uses: 1 }),
  })
  const { code } = await made.json()

  const page = await world.browserOf(null, { javaScriptEnabled: false })
  await page.goto(`/join/${code}`)
  await page.getByRole('link', { name: 'Create an account' }).click()
  await expect(page.getByText('invites you to join The ledger course')).toBeVisible()
  await page.getByLabel('Name', { exact: true }).fill('Zoë Łęcka')
  await page.getByLabel('E-mail', { exact: true }).fill(`${group.id}@newcomers.example`)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Create the account and join' }).click()
  await expect(page).toHaveURL(`/groups/${group.slug}?welcome=1`)
  await expect(page.getByText('Welcome to The ledger course.')).toBeVisible()
  await expect(page.getByText('2 people')).toBeVisible()
  await hers.goto(`/groups/${group.slug}?welcome=1`)
  await expectAccessible(hers)

  // It was for one.
  const late = await world.browserOf(null)
  await late.goto(`/join/${code}`)
  await expect(late.getByText('used by as many people')).toBeVisible()
})
