import 'server-only'
import { passageOf } from '@/lib/annotations/target'
import { now } from '@/lib/clock'
import { type Db, transaction } from '@/lib/db/client'
import type { EvidenceInput } from '@/lib/debates/contract/shapes'
import { bareClaimFor, claimFacts, claimFor, type FoundClaim } from '@/lib/debates/queries/claims'
import type { DebateRow } from '@/lib/debates/queries/debates'
import { evidenceById } from '@/lib/debates/queries/evidence'
import { Conflict } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { newId } from '@/lib/ids'
import type { SignedIn } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/rules'
import { readingFor } from '@/lib/readings/queries/readings'
import { revisionText } from '@/lib/readings/queries/revisions'
import { sectionAt } from '@/lib/text/document'
import { tellDebate } from './tell-debate'

type Anchored = Omit<Prisma.EvidenceCreateManyInput, 'claimId' | 'addedById' | 'addedAt'>

/**
 * Evidence as it is kept: a passage anchored in the current revision of its reading by W3C selectors, as annotations are, or a source.
 * Throws NotFound for a reading that the actor may not see, Invalid for words that do not stand in it.
 */
export async function anchoredEvidence(
  actor: SignedIn,
  debate: Pick<DebateRow, 'readingId'>,
  input: EvidenceInput,
): Promise<Anchored> {
  const id = newId()
  if (input.kind === 'source') {
    const accessedOn = input.accessedOn ?? now().toISOString().slice(0, 10)
    return {
      id,
      url: input.url,
      title: input.title.normalize('NFC'),
      accessedOn: new Date(accessedOn),
    }
  }
  const reading = await readingFor(actor, input.readingId ?? debate.readingId)
  const revisionId = reading.currentRevision?.id
  if (revisionId === undefined) throw new Conflict('no-text', 'This reading has no text yet.')
  const { text, sections } = await revisionText(revisionId)
  const passage = passageOf(text, input)
  const sectionId = sectionAt(sections, passage.start)?.sectionId ?? null
  return { id, readingId: reading.id, revisionId, sectionId, ...passage }
}

/** Stores evidence of one claim and counts it. */
export async function storeEvidence(
  tx: Db,
  claim: { readonly id: string; readonly by: string; readonly at: Date },
  evidence: readonly Anchored[],
): Promise<void> {
  if (evidence.length === 0) return
  const common = { claimId: claim.id, addedById: claim.by, addedAt: claim.at }
  await tx.evidence.createMany({ data: evidence.map((each) => ({ ...each, ...common })) })
  await recountCitations(tx, claim.id)
}

async function recountCitations(tx: Db, claimId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM claims WHERE id = ${claimId}::uuid FOR NO KEY UPDATE`
  const citations = await tx.evidence.count({ where: { claimId } })
  await tx.claim.updateMany({ where: { id: claimId }, data: { citations } })
}

/** Rests a claim on a passage or a source. */
export async function citeEvidence(
  actor: SignedIn,
  id: string,
  input: EvidenceInput,
): Promise<FoundClaim> {
  const { claim, debate } = await bareClaimFor(actor, id)
  authorize(actor, 'claim.cite', claimFacts(claim, debate))
  const evidence = await anchoredEvidence(actor, debate, input)
  const at = now()
  await transaction(async (tx) => {
    await storeEvidence(tx, { id, by: actor.personId, at }, [evidence])
    await tellDebate(tx, debate, {
      kind: 'claim.cited',
      actorId: actor.personId,
      subjectId: id,
      at,
    })
  })
  return claimFor(actor, id)
}

/** Takes evidence from its claim. */
export async function removeEvidence(actor: SignedIn, id: string): Promise<FoundClaim> {
  const evidence = await evidenceById(id)
  const { claim, debate } = await bareClaimFor(actor, evidence.claimId)
  const facts = { addedById: evidence.addedById, claim: claimFacts(claim, debate) }
  authorize(actor, 'evidence.remove', facts)
  const at = now()
  await transaction(async (tx) => {
    await tx.evidence.deleteMany({ where: { id } })
    await recountCitations(tx, claim.id)
    const subject = { actorId: actor.personId, subjectId: claim.id, at }
    await tellDebate(tx, debate, { kind: 'claim.cited', ...subject })
  })
  return claimFor(actor, claim.id)
}
