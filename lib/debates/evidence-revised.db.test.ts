import { beforeEach, expect, test } from 'vitest'
import { revisionText } from '@/lib/readings/queries/revisions'
import { placeNotes } from '@/lib/revisions/commands/place-notes'
import { type DebatingClass, makeClaim, makeDebatingClass } from '@/lib/testing/factories/debate'
import { SAMPLE } from '@/lib/testing/factories/reading'
import { reviseReading, sendRevision } from '@/lib/testing/factories/revision'
import { presentClaim } from './present'
import { claimFor } from './queries/claims'
import { citationsOn } from './queries/evidence'

// What a claim rests on follows the text, as notes do.

const CITED = 'Nobody counted them twice.'

let room: DebatingClass
let claimId: string

beforeEach(async () => {
  room = await makeDebatingClass()
  claimId = await makeClaim(room.ana, room.thesisId, {
    evidence: [{ kind: 'passage', exact: CITED }],
  })
})

const publish = (from: string, to: string) =>
  reviseReading(room.moderator, room.reading.id, { markdown: SAMPLE.replace(from, to) })

async function cited() {
  const { claim, debate } = await claimFor(room.ana, claimId)
  return presentClaim(room.ana, claim, debate).evidence[0]?.passage
}

test('a cited passage is led to its words, and marked there', async () => {
  const { id } = await publish('The first', 'Long before, the first')
  const passage = await cited()
  expect(passage).toMatchObject({ revisionId: id, former: null, exact: CITED })
  const { text } = await revisionText(id)
  expect(text.slice(passage?.start, passage?.end)).toBe(CITED)
  const marks = await citationsOn({ revisionId: id, groupId: room.group.id })
  expect(marks.map(({ start }) => start)).toEqual([passage?.start])
})

test('one that is taken out of the text stays with the revision that has it, and comes back with its words', async () => {
  const before = await cited()
  const { id } = await publish(` ${CITED}`, '')
  expect(await cited()).toEqual({ ...before, former: 1 })
  expect(await citationsOn({ revisionId: id, groupId: room.group.id })).toEqual([])
  const again = await publish('', '')
  expect(await cited()).toMatchObject({ revisionId: again.id, former: null })
})

test('one that is cited while a revision is on its way is led along as well', async () => {
  const sent = await sendRevision(room.moderator, room.reading.id, {
    markdown: SAMPLE.replace('The first', 'Long before, the first'),
  })
  claimId = await makeClaim(room.ben, room.thesisId, {
    evidence: [{ kind: 'passage', exact: 'The driver said nothing.' }],
  })
  await placeNotes(sent.id)
  expect(await cited()).toMatchObject({ revisionId: sent.id, exact: 'The driver said nothing.' })
})
