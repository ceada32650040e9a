import type { Page } from '@playwright/test'
import { expectAccessible } from '@/e2e/accessible'
import { expect, test } from '@/e2e/fixtures'
import type { Person } from '@/e2e/world/shapes'
import type { World } from '@/e2e/world/world'

/** Every page of the application that somebody signed in may come to, by what it shows. */
async function everyPage(world: World) {
  const { ana, ben, group, reading, note } = await world.team()
  const { id } = await note()
  await world.as(ben).reply(id, 'The clerk did.')
  const api = world.as(ana)
  const debateId = await api.openDebate({ readingId: reading.id, groupId: group.id, section: 1 })
  const thesisId = await api.setThesis(debateId, 'The wagons were counted well.')
  await api.claim(thesisId, { text: 'Twelve were named.', cites: 'Nobody counted them' })
  await api.takeStance(thesisId, 'agree')
  const sectionId = await api.sectionOf(reading.id, 1)
  const shelf = `?group=${group.slug}`
  const text = `/readings/${reading.slug}`
  const paths = [
    ...['/', '/groups', `/groups/${group.slug}`, '/groups/new', '/join', '/settings', '/docs/api'],
    ...[
      '/readings/new',
      `${text}${shelf}`,
      `${text}/notes${shelf}`,
      `${text}/edit`,
      `${text}/anchors`,
    ],
    ...[`${text}/revisions${shelf}`, `${text}/revisions/1${shelf}`, `${text}/debates${shelf}`],
    `${text}/debates/${sectionId}${shelf}`,
    `${text}/debates/${sectionId}/map${shelf}`,
    ...[
      '/inbox',
      '/search',
      '/search?q=clerk',
      '/anchors',
      '/settings/notifications',
      '/join/nowhere',
    ],
    ...['log', 'rules', 'review'].map((page) => `/groups/${group.slug}/${page}`),
    ...(await teachingPages(world, { teacher: ana, student: ben })),
  ]
  return { ana, paths }
}

/** Those of somebody who teaches, with a student who has done something. */
async function teachingPages(
  world: World,
  { teacher, student }: { readonly teacher: Person; readonly student: Person },
): Promise<string[]> {
  const course = await world.group({
    name: 'Bookkeeping and what it leaves out, in the eleventh year',
    kind: 'course',
    members: [
      { personId: teacher.id, role: 'instructor' },
      { personId: student.id, role: 'member' },
    ],
  })
  const reading = await world.reading(teacher, { group: course })
  const id = await world
    .as(teacher)
    .assign(course.id, reading.id, 'Who counts, and who is counted?')
  await world.as(student).annotate({
    readingId: reading.id,
    groupId: course.id,
    assignmentId: id,
    visibility: 'group',
    kind: 'note',
    target: { exact: 'Nobody counted them' },
    body: {
      format: 'markdown',
      value: 'Does it matter who did, when the clerk says all was well?',
    },
  })
  const one = `/assignments/${id}`
  return [
    ...['', '/circles', '/gradebook', '/review', '/assignments/new'].map(
      (at) => `/groups/${course.slug}${at}`,
    ),
    ...['', '/edit', '/preview', '/rubric', '/sheet', '/grading'].map((at) => one + at),
    ...[`${one}/grading/${student.id}`, `${one}/participation/${student.id}`],
    `/readings/${reading.slug}?group=${course.slug}`,
  ]
}

const PUBLIC = ['/sign-in', '/sign-up', '/forgotten']

test('no page complains, whatever the clock and the place of its reader', async ({ world }) => {
  const { ana, paths } = await everyPage(world)
  const page = await world.browserOf(ana, { timezoneId: 'Pacific/Auckland', locale: 'de-DE' })
  await page.clock.setFixedTime(Date.now() + 3 * 3_600_000)
  for (const path of paths) await settledAt(page, path)
})

test('no page scrolls sideways in a window of 320 pixels', async ({ world }) => {
  const { ana, paths } = await everyPage(world)
  const page = await world.browserOf(ana, { viewport: { width: 320, height: 568 } })
  const wide: string[] = []
  for (const path of paths) {
    await settledAt(page, path)
    const over = await page.evaluate(wideElements)
    wide.push(...over.map((what) => `${path}: ${what}`))
  }
  const guest = await world.browserOf(null, { viewport: { width: 320, height: 568 } })
  for (const path of PUBLIC) {
    await settledAt(guest, path)
    wide.push(...(await guest.evaluate(wideElements)))
  }
  expect(wide).toEqual([])
  await expectAccessible(page)
})

async function settledAt(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path)
  expect(answer?.status(), path).toBe(200)
  // Alive: React has taken over what the server sent.
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('body > *') ?? {}).some((key) => key.startsWith('__react')),
  )
  await page.evaluate(() => document.fonts.ready)
}

function wideElements(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .slice(0, 4)
    .map((element) => `${element.tagName} ${element.className}, ${scrollWidth} pixels`)
}
