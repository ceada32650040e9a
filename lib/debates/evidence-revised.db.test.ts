import { expect, test } from 'vitest'
import type { Member } from '@/lib/policy/actor'
import { revisionText } from '@/lib/readings/queries/revisions'
import { makeClaim, makeDebatingClass } from '@/lib/testing/factories/debate'
import { SAMPLE } from '@/lib/testing/factories/reading'
import { reviseReading } from '@/lib/testing/factories/revision'
import { claimFor } from './queries/claims'

const COUNTED = 'Nobody counted them twice.'

async function evidenceOf(actor: Member, id: string) {
  const [evidence] = (await claimFor(actor, id)).claim.evidence
  if (!evidence) throw new Error('the claim rests on nothing')
  return evidence
}

test('evidence is led to its words when the text is revised, or stays in the revision it was quoted from', async () => {
  const { ana, moderator, reading, thesisId } = await makeDebatingClass()
  const evidence = [{ kind: 'passage' as const, exact: COUNTED }]
  const id = await makeClaim(ana, thesisId, { evidence })
  await reviseReading(moderator, reading.id, {
    markdown: SAMPLE.replace('The first sentence', 'Long before all this, the first sentence'),
  })
  const led = await evidenceOf(ana, id)
  expect(led.revisionId).not.toBe(reading.revisionId)
  const { text } = await revisionText(led.revisionId ?? '')
  expect(text.slice(led.start ?? 0, led.end ?? 0)).toBe(COUNTED)

  await reviseReading(moderator, reading.id, {
    markdown: 'Nothing of what was said before is left in this text, which speaks of other things.',
  })
  const left = await evidenceOf(ana, id)
  expect([left.revisionId, left.exact]).toEqual([led.revisionId, COUNTED])
})
