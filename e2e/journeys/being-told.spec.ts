import type { Page } from '@playwright/test'
import { expectAccessible } from '@/e2e/accessible'
import { expect, test } from '@/e2e/fixtures'
import { startMaker } from '@/e2e/world/maker-process'
import { forgetData, freshData, startServer, stopServer } from '@/e2e/world/server'
import { type Team, type World, worldOf } from '@/e2e/world/world'
import { openMailbox } from '@/lib/testing/mailbox'

// A server of its own, for it sends mail: ways in are others where there is mail.

test('somebody who is mentioned sees it at once, reads and answers it in the inbox, and is mailed when gone', async ({
  browser,
}) => {
  const port = String(Number(process.env.COLLOQUY_E2E_PORT) + 2)
  const baseURL = `http://localhost:${port}`
  const data = freshData()
  const mailbox = await openMailbox()
  const server = await startServer({ port, data, demo: 'off', smtpUrl: mailbox.url })
  const maker = startMaker(data)
  try {
    const complaints: string[] = []
    const world = worldOf(maker, browser, { baseURL, complaints })
    const team = await world.team()
    const mention = mentions(world, team)

    const page = await world.browserOf(team.ben, { viewport: { width: 1440, height: 900 } })
    const line = page.waitForResponse(/\/me\/events/)
    await page.goto(`${baseURL}/groups`)
    await line
    await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible()

    await mention('would you look?')
    await expect(page.getByRole('button', { name: 'Notifications, 1 unread' })).toBeVisible()
    await page.getByRole('link', { name: /^Inbox, 1 unread/ }).click()
    const list = page.getByRole('region', { name: 'Everything' })
    await expect(list.getByRole('link', { name: /Ana Ruiz mentioned you/ })).toBeVisible()
    await expectAccessible(page)

    await readsAndAnswers(page)

    await mention('one more thing')
    await expect(list.getByRole('link', { name: /one more thing/ })).toBeVisible()
    await page.getByRole('button', { name: 'Mark all as read' }).click()
    await expect(list.getByText('0 unread')).toBeVisible()
    await page.reload()
    await expect(list.getByText('0 unread')).toBeVisible()

    await choosesDigest(page, baseURL)

    await page.goto(`${baseURL}/sign-out`)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
    expect(mailbox.letters).toHaveLength(0)
    await mention('while you were gone')
    await expect.poll(() => mailbox.letters.length).toBe(1)
    const [letter] = mailbox.letters
    expect(letter?.text).toContain('Ana Ruiz mentioned you')
    expect(letter?.text).toContain('while you were gone')

    const link = /http\S+unsubscribe\?token=\S+/.exec(letter?.text ?? '')?.[0] ?? ''
    await page.goto(link)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Unsubscribe' }).click()
    await expect(page.getByRole('heading', { name: 'You are unsubscribed' })).toBeVisible()
    expect(complaints).toEqual([])
    await page.context().close()
  } finally {
    maker.end()
    await stopServer(server)
    await mailbox.close()
    forgetData(data)
  }
})

/** Ana asks something of Ben by name, on one passage. */
function mentions(world: World, { ana, ben, group, reading }: Team) {
  const named = { type: 'mention', attrs: { id: ben.id, label: ben.name } }
  return (words: string) =>
    world.as(ana).annotate({
      readingId: reading.id,
      groupId: group.id,
      visibility: 'group',
      kind: 'question',
      target: { exact: 'Nobody counted them' },
      body: {
        format: 'tiptap',
        value: {
          type: 'doc',
          content: [{ type: 'paragraph', content: [named, { type: 'text', text: ` ${words}` }] }],
        },
      },
    })
}

async function readsAndAnswers(page: Page): Promise<void> {
  await page.keyboard.press('j')
  const open = page.getByRole('region', { name: 'Conversation' })
  await expect(open.getByText('would you look?')).toBeVisible()
  await expect(open.locator('mark')).toHaveText('Nobody counted them')
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible()
  await open.getByRole('textbox', { name: 'Reply' }).fill('I have, and nobody did.')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(open.getByRole('article').getByText('I have, and nobody did.')).toBeVisible()
  await expectAccessible(page)
}

async function choosesDigest(page: Page, baseURL: string): Promise<void> {
  await page.goto(`${baseURL}/settings/notifications`)
  await expectAccessible(page)
  await page.getByLabel('Digest').selectOption('weekly')
  await page.getByRole('region', { name: 'Email' }).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Digest')).toHaveValue('weekly')
}
