import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { nestedOf } from '@/lib/exchange/nested'
import { outlineOf } from '@/lib/exchange/outline'
import { makeClaim, makeDebate, makeDebatingClass } from '@/lib/testing/factories/debate'
import { linkClaim } from './commands/arrange'
import { importOutline } from './commands/import-outline'
import { presentArgument } from './present-whole'
import { argumentOf } from './queries/graph'

test('an outline that was exported comes in as it went out', async () => {
  const { ana, ben, moderator, thesisId, debateId, reading, group } = await makeDebatingClass()
  const a = await makeClaim(ana, thesisId, { text: 'A.' })
  const con = await makeClaim(ana, a, {
    relation: 'opposes',
    attacks: 'inference',
    text: 'Not so.',
  })
  await linkClaim(ana, con, { parentId: thesisId, relation: 'qualifies' })
  await makeClaim(ben, con, { kind: 'question', relation: 'asks', text: 'Why?' })
  const outline = async (id: string) =>
    outlineOf(nestedOf(presentArgument(await argumentOf(moderator, id))))
  const before = await outline(debateId)
  const place = { reading, groupId: group.id, section: 'What was said' }
  const other = await makeDebate(moderator, place)
  const sent = { format: 'outline' as const, text: before }
  expect(await importOutline(moderator, other, { ...sent, preview: true })).toMatchObject({
    made: false,
    theses: 1,
    claims: 3,
  })
  expect((await argumentOf(moderator, other)).nodes).toEqual([])
  await importOutline(moderator, other, { ...sent, preview: false })
  // Siblings nobody voted on stand by lot, so only what hangs where is compared.
  const hanging = async (id: string) => {
    const { nodes, edges } = await argumentOf(moderator, id)
    const text = (node: string) => nodes.find((each) => each.id === node)?.text
    return edges
      .map((edge) => [text(edge.parentId), edge.relation, edge.attacks, text(edge.childId)])
      .sort()
  }
  expect(await hanging(other)).toEqual(await hanging(debateId))
  expect(await db().claim.count({ where: { debateId: other } })).toBe(4)
})

test('what no line of can be read is refused', async () => {
  const { moderator, debateId } = await makeDebatingClass()
  const nonsense = { format: 'kialo' as const, text: 'Dear Sir,', preview: false }
  await expect(importOutline(moderator, debateId, nonsense)).rejects.toMatchObject({
    code: 'nothing-to-import',
  })
})
