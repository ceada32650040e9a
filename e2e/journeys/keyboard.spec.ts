import { expectAccessible } from '@/e2e/accessible'
import { expect, test } from '@/e2e/fixtures'
import { tabTo } from '@/e2e/pages/keyboard'
import { readingRoom } from '@/e2e/pages/reading-room'

const PASSWORD = 'a long walk in the rain'
const CHOSEN = `Twelve wagons left the yard in the morning. Nobody counted them a second time, and nobody asked why.`

test('somebody without a mouse signs in, finds a text, comments, answers and resolves', async ({
  world,
}) => {
  const { ben, group, reading } = await world.team()
  const eve = await world.person('Eve Lindqvist', PASSWORD)
  await world.joins(eve, group)
  await world.as(ben).annotate({
    readingId: reading.id,
    groupId: group.id,
    visibility: 'group',
    kind: 'question',
    target: { exact: 'The clerk said that all was well.' },
    body: { format: 'markdown', value: 'To whom did he say it?' },
  })
  const room = readingRoom(await world.browserOf(null))
  const { page } = room
  const { keyboard } = page

  await page.goto('/sign-in')
  await tabTo(page.getByRole('textbox', { name: 'E-mail' }))
  await keyboard.type(eve.email)
  await keyboard.press('Tab')
  await keyboard.type(PASSWORD)
  await keyboard.press('Enter')
  await expect(page).toHaveURL('/')
  await tabTo(page.getByRole('link', { name: reading.title }).first())
  await keyboard.press('Enter')
  await room.ready()

  await keyboard.press('m')
  await room.walkTo(/^Twelve wagons/)
  await keyboard.press('ArrowRight')
  await keyboard.press('Shift+ArrowRight')
  await expect(room.spoken).toHaveText(CHOSEN)
  await keyboard.press('c')
  await expect(room.composer.getByRole('textbox', { name: 'Your note' })).toBeFocused()
  await keyboard.type('Then the number is a guess.')
  await keyboard.press('Control+Enter')
  const own = room.note('Then the number is a guess.')
  await expect(own.card).toHaveClass(/pinned/)
  await expect(room.marks.first()).toHaveText(CHOSEN)

  await keyboard.press('j')
  const his = room.note('To whom did he say it?')
  await expect(his.card).toHaveClass(/pinned/)
  await keyboard.press('r')
  await expect(his.replyBox).toBeFocused()
  await keyboard.type('To the driver.')
  await keyboard.press('Control+Enter')
  await expect(his.replies).toContainText('To the driver.')
  await keyboard.press('e')
  await expect(his.card).toContainText('Resolved by Eve Lindqvist')
  await keyboard.press('k')
  await expect(own.card).toHaveClass(/pinned/)

  await keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
  await expectAccessible(page)
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeHidden()
})
