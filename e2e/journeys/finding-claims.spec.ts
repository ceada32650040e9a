import { expect, test } from '@/e2e/fixtures'
import { debate } from '@/e2e/pages/debate'
import { tabTo } from '@/e2e/pages/keyboard'
import { readingRoom } from '@/e2e/pages/reading-room'
import type { World } from '@/e2e/world/world'

const THESIS = 'The wagons were counted well.'
const OTHER = 'The clerk looked away.'
const COUNTED = 'What was counted'

/** A debate of a team with one thesis that Ana and Ben may argue about. */
async function argued(world: World) {
  const team = await world.team()
  const { ana, group, reading } = team
  const api = world.as(ana)
  const debateId = await api.openDebate({ readingId: reading.id, groupId: group.id, section: 1 })
  const thesisId = await api.setThesis(debateId, THESIS)
  return { ...team, api, debateId, thesisId }
}

test('a claim just written is seen, counted and focused where it hangs', async ({ world }) => {
  const { ben, group, reading, api, thesisId } = await argued(world)
  await api.claim(thesisId, { text: 'Twelve were named.' })
  const room = readingRoom(await world.browserOf(ben))
  await room.open(reading, group)
  const it = debate(room.page)
  await expect(it.bar(COUNTED)).toContainText(THESIS)
  await it.open(COUNTED)
  await it.takeStance('Agree')
  await it.argue('opposes', 'Once is not well.')
  await expect(it.claim('Once is not well.')).toBeFocused()
  await expect(it.claim('Once is not well.')).toBeInViewport()
  await expect(it.panel.getByRole('heading', { name: 'Oppose 1' })).toBeVisible()

  const named = it.claim('Twelve were named.')
  await named.getByRole('button', { name: 'Answer it' }).click()
  await named.getByRole('textbox', { name: 'Your claim' }).fill('Named is not counted.')
  await named.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(it.claim('Named is not counted.')).toBeFocused()
  await expect(named.getByRole('button', { name: /^Answers/ }).first()).toHaveText(/1 supports/)

  await it.panel.getByRole('button', { name: 'Close the debate' }).click()
  await expect(it.bar(COUNTED)).toContainText('1 person took a stance')
})

test('a map opens whole, and its outline leads to the claim, which is marked', async ({
  world,
}) => {
  const { ben, group, reading, api, debateId } = await argued(world)
  const otherId = await api.setThesis(debateId, OTHER)
  for (let at = 0; at < 9; at++) {
    const claimId = await api.claim(otherId, { text: `Reason ${at} why the clerk looked away.` })
    for (const [depth, word] of ['because', 'since'].entries()) {
      await api.claim(claimId, { text: `Reason ${at} holds ${word} of the lantern, ${depth}.` })
    }
  }
  await world.as(ben).takeStance(otherId, 'agree')
  const page = await world.browserOf(ben)
  await page.goto(`/readings/${reading.slug}?group=${group.slug}`)
  const debatePage = await debate(page).bar(COUNTED).getByRole('link').getAttribute('href')
  const [path, query] = (debatePage ?? '').split('?')
  await page.goto(`${path}/map?${query}`)
  await page.getByRole('button', { name: 'Next thesis' }).click()
  await expect(page.locator('.map .node')).toHaveCount(28)
  const frame = await page.locator('.pan').boundingBox()
  await expect(async () => {
    for (const node of await page.locator('.map .node .ground, .map .node .face').all()) {
      const box = await node.boundingBox()
      expect(box?.x).toBeGreaterThanOrEqual(frame?.x ?? 0)
      expect(box?.y).toBeGreaterThanOrEqual(frame?.y ?? 0)
      const [right, bottom] = [
        (box?.x ?? 0) + (box?.width ?? 0),
        (box?.y ?? 0) + (box?.height ?? 0),
      ]
      expect(right).toBeLessThanOrEqual((frame?.x ?? 0) + (frame?.width ?? 0))
      expect(bottom).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0))
    }
  }).toPass()

  const words = 'Reason 8 holds since of the lantern, 1.'
  await tabTo(page.getByRole('treeitem').first())
  const wanted = page.getByRole('treeitem', { name: words, exact: false }).last()
  await expect(async () => {
    await page.keyboard.press('ArrowDown')
    await expect(wanted).toBeFocused({ timeout: 200 })
  }).toPass()
  await expect(wanted).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  const it = debate(page)
  await expect(it.claim(words)).toHaveClass(/is-marked/)
  await expect(it.claim(words)).toBeFocused()
  await expect(it.claim(words)).toBeInViewport()
})
