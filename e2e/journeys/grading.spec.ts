import { expectAccessible } from '@/e2e/accessible'
import { expect, test } from '@/e2e/fixtures'
import { courseIn } from '@/e2e/world/course'
import type { World } from '@/e2e/world/world'

const TAIL = 'I doubt it, since nobody says who stood at the gate and kept the list that day'

test('a student is graded by keys, reads the grade and why, asks again, and it leaves as a file', async ({
  world,
}) => {
  const { tess, una, group, assignmentId } = await classWithWork(world)
  const desk = await world.browserOf(tess)
  await desk.goto(`/assignments/${assignmentId}/rubric`)
  for (const name of ['Argues', 'Answers others']) {
    await desk.getByRole('button', { name: 'Add a criterion' }).click()
    const fields = desk.getByRole('group', { name: 'New criterion' })
    await fields.getByLabel('Level 3').fill(`${name} with a reason that can be checked`)
    await fields.getByLabel('Name').fill(name)
  }
  await desk.getByLabel('Rubric, per cent of the grade').fill('70')
  await desk.getByLabel('Points possible').fill('100')
  await expectAccessible(desk)
  await desk.getByRole('button', { name: 'Save the rubric' }).click()

  await desk.waitForURL(/grading\/[0-9a-f-]+$/)
  await desk.getByRole('link', { name: /Una Student/ }).click()
  await expect(desk.getByRole('heading', { level: 1, name: 'Una Student' })).toBeVisible()
  await expect(desk.getByText('Not counted: 1 own word; a note counts from 12')).toBeVisible()
  await expectAccessible(desk)
  await desk.keyboard.press('3')
  await desk.keyboard.press('j')
  await desk.keyboard.press('2')
  await desk.keyboard.press('c')
  await desk.keyboard.type('Say who was at the gate.')
  const panel = desk.getByRole('complementary', { name: 'Grade' })
  await expect(panel.getByRole('radio', { name: /^3/ }).first()).toBeChecked()
  await expect(panel).toContainText('70 % rubric + 30 % participation')
  await desk.reload()
  await expect(panel.getByLabel('Private feedback')).toHaveValue('Say who was at the gate.')
  await panel.getByRole('button', { name: /^Save/ }).click()
  await expect(panel.getByText('Draft', { exact: true })).toBeVisible()

  const hers = await world.browserOf(una)
  await hers.goto(`/assignments/${assignmentId}`)
  await hers.getByRole('link', { name: 'Your participation' }).click()
  await expect(hers.getByRole('heading', { level: 1, name: 'Your participation' })).toBeVisible()
  await expect(hers.getByText('Say who was at the gate.')).toBeHidden()
  await panel.getByRole('button', { name: 'Release' }).click()
  await expect(panel.getByText('Released', { exact: true })).toBeVisible()
  await hers.reload()
  const grade = hers.getByRole('region', { name: 'Your grade' })
  await expect(grade).toContainText('Say who was at the gate.')
  await expect(grade).toContainText('Argues with a reason that can be checked')
  await expect(hers.getByRole('region', { name: 'Who looked at this work' })).toContainText(
    'Tess Teacher',
  )
  await grade.getByLabel('Message').fill('I named the driver.')
  await grade.getByRole('button', { name: 'Ask for a regrade' }).click()
  await expect(grade.getByText('Regrade request', { exact: true })).toBeVisible()
  await expectAccessible(hers)

  await desk.goto(`/groups/${group.slug}/gradebook`)
  await expect(desk.getByText('Regrade asked')).toBeVisible()
  await expectAccessible(desk)
  const file = desk.waitForEvent('download')
  await desk.getByRole('link', { name: 'CSV' }).click()
  expect((await file).suggestedFilename()).toBe(`${group.slug}-grades.csv`)
  await hers.goto(`/groups/${group.slug}/gradebook`)
  await expect(hers.getByRole('heading', { level: 1 })).not.toHaveText('Gradebook')
})

async function classWithWork(world: World) {
  const { tess, una, dos, group, reading } = await courseIn(world)
  const assignmentId = await world.as(tess).assign(group.id, reading.id, 'Who counts?')
  const write = (exact: string, value: string) =>
    world.as(una).annotate({
      readingId: reading.id,
      groupId: group.id,
      assignmentId,
      visibility: 'group',
      kind: 'question',
      target: { exact },
      body: { format: 'markdown', value },
    })
  await write('Twelve wagons', `Twelve by whose count? ${TAIL}`)
  await write('The driver said nothing', 'ok')
  return { tess, una, dos, group, assignmentId }
}
