import { expect, test } from '@/e2e/fixtures'
import { readingRoom } from '@/e2e/pages/reading-room'

test('links and keys lead to every note: on a passage, a section, the whole reading, of another group', async ({
  world,
}) => {
  const { ana, ben, group, reading } = await world.team()
  const api = world.as(ana)
  const about = { readingId: reading.id, groupId: group.id, visibility: 'group' } as const
  const body = (value: string) => ({ format: 'markdown' as const, value })
  const sectionId = await api.sectionOf(reading.id, 2)
  const whole = await api.annotate({ ...about, kind: 'note', body: body('Who wrote this?') })
  const onSection = await api.annotate({
    ...about,
    sectionId,
    kind: 'note',
    body: body('One side only.'),
  })
  const room = readingRoom(await world.browserOf(ben))
  const { page } = room

  await room.open(reading, group, `#note=${onSection.id}`)
  await expect(room.note('One side only.').card).toHaveClass(/pinned/)
  await expect(page.getByRole('dialog', { name: 'Notes on “What was said”' })).toBeVisible()
  const contents = page.getByRole('navigation', { name: 'Contents' })
  await expect(contents.getByRole('link', { name: /What was said/ })).toHaveAccessibleName(
    'What was said 1 note',
  )
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await expect(room.note('Who wrote this?').card).toHaveClass(/pinned/)
  await page.goto(`/readings/${reading.slug}?group=${group.slug}#note=${whole.id}`)
  await expect(room.note('Who wrote this?').card).toHaveClass(/pinned/)
})

test('a link under the wrong group says where the note is', async ({ world }) => {
  const { ana, ben, group } = await world.team()
  const members = [{ personId: ben.id, role: 'member' as const }]
  const other = await world.group({ name: 'The other desk', members })
  const reading = await world.reading(ana, { group, also: [other] })
  const { id } = await world.as(ana).annotate({
    readingId: reading.id,
    groupId: group.id,
    visibility: 'group',
    kind: 'note',
    target: { exact: 'The ledger names eleven.' },
    body: { format: 'markdown', value: 'Who counted them?' },
  })
  const room = readingRoom(await world.browserOf(ben))
  await room.open(reading, other, `#note=${id}`)
  const alert = room.page.getByRole('alert').filter({ hasText: 'written in another group' })
  await alert.getByRole('link', { name: `Open it in ${group.name}` }).click()
  await expect(room.note('Who counted them?').card).toHaveClass(/pinned/)
})
