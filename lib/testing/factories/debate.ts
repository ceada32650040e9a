import { db } from '@/lib/db/client'
import { addClaim } from '@/lib/debates/commands/claims'
import { openDebate } from '@/lib/debates/commands/open-debate'
import { addThesis } from '@/lib/debates/commands/theses'
import type { ChildInput } from '@/lib/debates/contract/claims'
import type { SignedIn } from '@/lib/policy/actor'
import { type Classroom, makeClassroom } from './classroom'
import type { MadeReading } from './reading'

/** A debate on the section that is headed so. */
export async function makeDebate(
  actor: SignedIn,
  {
    reading,
    groupId,
    section = 'What was counted',
  }: { reading: MadeReading; groupId: string; section?: string },
): Promise<string> {
  const row = await db().revisionSection.findFirstOrThrow({
    where: { revisionId: reading.revisionId, title: section },
    select: { sectionId: true },
  })
  const where = { readingId: reading.id, sectionId: row.sectionId, groupId }
  return (await openDebate(actor, where)).id
}

/** A claim below another; it supports it unless said otherwise. */
export async function makeClaim(
  actor: SignedIn,
  parentId: string,
  facts: Partial<Omit<ChildInput, 'id'>> = {},
): Promise<string> {
  const common = { kind: 'claim' as const, relation: 'supports' as const, evidence: [] }
  const { claim } = await addClaim(actor, parentId, { ...common, text: 'So it is.', ...facts })
  return claim.id
}

export type DebatingClass = Classroom & { readonly debateId: string; readonly thesisId: string }

/** A class with a debate and one thesis in it, set by its moderator. */
export async function makeDebatingClass(): Promise<DebatingClass> {
  const room = await makeClassroom()
  const { reading, group, moderator } = room
  const debateId = await makeDebate(moderator, { reading, groupId: group.id })
  const { claim } = await addThesis(moderator, debateId, { text: 'The wagons were counted well.' })
  return { ...room, debateId, thesisId: claim.id }
}
