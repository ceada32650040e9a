import { expect, test } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { loadDemo } from '@/prisma/seed/load'
import { disagreement } from './queries'

test('the front door shows what demo people say where guests may read it, and nothing once they may not', async () => {
  await loadDemo(now())
  const shown = await disagreement()
  const note = await db().annotation.findFirst({
    where: { exact: shown?.passage ?? '', author: { name: shown?.note.name ?? '' } },
    select: { visibility: true, bodyText: true, revision: { select: { text: true } } },
  })
  expect(note?.visibility).toBe('public')
  expect(note?.bodyText.replace(/\s+/g, ' ')).toContain(shown?.note.text)
  expect(note?.revision.text).toContain(`${shown?.before}${shown?.passage}${shown?.after}`)

  await db().annotation.updateMany({ data: { visibility: 'private' } })
  expect(await disagreement()).toBeNull()
})

test('nobody but demo people is shown there', async () => {
  await db().annotation.updateMany({ data: { visibility: 'public' } })
  expect(await disagreement()).not.toBeNull()
  await db().person.updateMany({ data: { demoRole: null } })
  expect(await disagreement()).toBeNull()
})
