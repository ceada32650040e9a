import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures'
import { courseIn } from '@/e2e/world/course'
import type { World } from '@/e2e/world/world'

// The words of one note, asked for under the address of every page there is. A page joins by standing in app/.
const [SEARCHED, LOOKED_FOR] = ['quinceword', 'medlarword']
const OWN = 'I doubt it, since nobody says who stood at the gate and kept the list that day'

test('what is withheld stands in the source of no page, and of some once it is open', async ({
  world,
}) => {
  const { tess, dos, addresses, write } = await classAtWork(world)
  const his = await world.browserOf(dos)
  expect(await holding(his, addresses)).toEqual([])
  expect(addresses.filter((address) => address.includes('['))).toEqual([])

  // Who leads reads it, so the words are there to be found.
  const read = await holding(await world.browserOf(tess), addresses)
  for (const part of ['/grading/', '/participation/', '?assignment=', '/search']) {
    expect(read.join(' '), part).toContain(part)
  }

  await write(dos, `Twelve by whose count? ${OWN}`)
  const opened = await holding(his, addresses)
  expect(opened.some((address) => address.includes('?assignment='))).toBe(true)
  expect(opened.every((address) => !address.includes('/grading/'))).toBe(true)
})

/** Those of some addresses whose page holds the words that are looked for. */
async function holding(page: Page, addresses: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const address of addresses) {
    const answer = await page.request.get(address)
    expect(answer.status(), address).toBeLessThan(500)
    if ((await answer.text()).includes(LOOKED_FOR)) found.push(address)
  }
  return found
}

async function classAtWork(world: World) {
  const { tess, una, dos, group, reading } = await courseIn(world)
  const steps = [{ kind: 'write-first', notes: 1 }] as const
  const assignmentId = await world.as(tess).assign(group.id, reading.id, 'Who counts?', steps)
  const write = (by: typeof una, value: string) =>
    world.as(by).annotate({
      ...{ readingId: reading.id, groupId: group.id, assignmentId, visibility: 'group' },
      ...{ kind: 'question', target: { exact: 'Twelve wagons' } },
      body: { format: 'markdown', value },
    })
  const note = await write(una, `${SEARCHED} and ${LOOKED_FOR}: ${OWN}`)
  await world.as(tess).reply(note.id, `${LOOKED_FOR} indeed.`)
  const sectionId = await world.as(tess).sectionOf(reading.id, 1)
  const addresses = pages().flatMap((page) =>
    filled(page, {
      ...{ 'groups/[slug]': [`groups/${group.slug}`], '[code]': ['00000-00000'] },
      ...{ 'readings/[slug]': [`readings/${reading.slug}`], '[section]': [sectionId] },
      ...{ 'assignments/[id]': [`assignments/${assignmentId}`], '[number]': ['1'] },
      ...{ '[personId]': [una.id, dos.id], '[id]': [note.id] },
    }).flatMap((address) => asked(address, { group: group.slug, assignmentId })),
  )
  return { tess, dos, addresses, write }
}

/** The addresses of all pages, with what stands for a part of them in brackets. */
function pages(): readonly string[] {
  const folder = join(process.cwd(), 'app')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file.replace(/\/?page\.tsx$/, '').replace(/\([a-z]+\)\//g, '')}`)
}

function filled(
  page: string,
  parts: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  return Object.entries(parts).reduce<readonly string[]>(
    (addresses, [part, values]) =>
      addresses.flatMap((address) =>
        address.includes(part) ? values.map((value) => address.replace(part, value)) : [address],
      ),
    [page],
  )
}

// A reading stands on shelves and in assignments, and search looks for something.
function asked(
  address: string,
  { group, assignmentId }: { readonly group: string; readonly assignmentId: string },
): readonly string[] {
  if (address === '/search') return [`/search?q=${SEARCHED}`]
  if (!address.startsWith('/readings/') || address === '/readings/new') return [address]
  return [address, `${address}?group=${group}`, `${address}?assignment=${assignmentId}`]
}
